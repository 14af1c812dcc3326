package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of any kind, with exact numbers. */
final class ExactObjectAdapter extends JsonAdapter<Object> {
  private final ObjectWriter written;

  ExactObjectAdapter(ObjectWriter written) {
    this.written = written;
  }

  @Override
  public @Nullable Object fromJson(JsonReader reader) throws IOException {
    return read(reader);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
    written.write(writer, value);
  }

  // Recursion is bounded by the nesting that Moshi's reader allows.
  private static @Nullable Object read(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> readMap(reader);
      case BEGIN_ARRAY -> readList(reader);
      case STRING -> reader.nextString();
      case NUMBER -> NumberAdapter.read(reader, "number", JsonNumber::toNumber);
      case BOOLEAN -> reader.nextBoolean();
      default -> reader.nextNull();
    };
  }

  static Map<String, @Nullable Object> readMap(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      members.put(reader.nextName(), read(reader));
    }
    reader.endObject();
    return members;
  }

  private static List<@Nullable Object> readList(JsonReader reader) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      elements.add(read(reader));
    }
    reader.endArray();
    return elements;
  }
}
