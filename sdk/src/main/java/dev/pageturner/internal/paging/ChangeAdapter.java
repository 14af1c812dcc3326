package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.Decoding;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.page.Change;
import dev.pageturner.pagination.JsonPath;
import dev.pageturner.pagination.Removals;
import dev.pageturner.position.CursorValue;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an item of a list of changes: one that was removed has little more than its key, and is
 * not decoded.
 */
public final class ChangeAdapter<T> extends JsonAdapter<Change<T>> {
  private final JsonAdapter<T> items;
  private final Removals removals;

  /** Decodes changes of items that another adapter decodes. */
  public ChangeAdapter(JsonAdapter<T> items, Removals removals) {
    this.items = items;
    this.removals = removals;
  }

  @Override
  public @Nullable Change<T> fromJson(JsonReader reader) throws IOException {
    String json = ahead(reader);
    String path = reader.getPath();
    boolean removed = false;
    for (JsonPath mark : removals.marks()) {
      removed |= isSet(find(mark, json));
    }
    String key = key(json, path);
    if (removed) {
      reader.skipValue();
      return new Change.Removal<>(key);
    }
    T item = Decoding.read(items, reader);
    return item == null ? null : new Change.Upsert<>(key, item);
  }

  private static String ahead(JsonReader reader) throws IOException {
    try (BufferedSource source = reader.peekJson().nextSource()) {
      return source.readUtf8();
    }
  }

  private static @Nullable String find(JsonPath path, String json) throws IOException {
    return PathExpression.parse(path.text()).find(new Buffer().writeUtf8(json));
  }

  private static boolean isSet(@Nullable String mark) {
    return mark != null && !mark.matches("null|false|0|\"\"|\"false\"|\\[\\s*]");
  }

  private String key(String json, String path) throws IOException {
    CursorValue key = PageFacts.valueOf(find(removals.key(), json));
    if (key == null || key.text().isEmpty()) {
      throw new JsonDataException("no key at " + removals.key() + " of the change at path " + path);
    }
    return key.text();
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Change<T> change) {
    throw new UnsupportedOperationException("changes are read only");
  }
}
