package dev.pageturner.internal.paging;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.Decoding;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.page.Change;
import dev.pageturner.pagination.Removals;
import dev.pageturner.position.CursorValue;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an item of a list of changes: one that was removed has little more than its key, and is
 * not decoded.
 */
public final class ChangeAdapter<T> extends JsonAdapter<Change<T>> {
  private static final Pattern UNSET = Pattern.compile("null|false|0|\"\"|\"false\"|\\[\\s*]");

  private final JsonAdapter<T> items;
  private final List<PathExpression> marks;
  private final PathExpression keyAt;

  /** Decodes changes of items that another adapter decodes. */
  public ChangeAdapter(JsonAdapter<T> items, Removals removals) {
    this.items = items;
    this.marks =
        removals.marks().stream().map(mark -> PathExpression.parse(mark.text())).toList();
    this.keyAt = PathExpression.parse(removals.key().text());
  }

  @Override
  public @Nullable Change<T> fromJson(JsonReader reader) throws IOException {
    String json = ahead(reader);
    String path = reader.getPath();
    boolean removed = false;
    for (PathExpression mark : marks) {
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

  private static @Nullable String find(PathExpression path, String json) throws IOException {
    return path.find(new Buffer().writeUtf8(json));
  }

  private static boolean isSet(@Nullable String mark) {
    return mark != null && !UNSET.matcher(mark).matches();
  }

  private String key(String json, String path) throws IOException {
    CursorValue found = PageFacts.valueOf(find(keyAt, json));
    if (found == null || found.text().isEmpty()) {
      throw new JsonDataException("no key at " + keyAt + " of the change at path " + path);
    }
    return found.text();
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Change<T> change) {
    throw new UnsupportedOperationException("changes are read only");
  }
}
