package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Numbers of any size, exactly. */
final class NumberAdapter<T extends Number> extends JsonAdapter<T> {
  private final String what;
  private final Function<String, T> parse;

  NumberAdapter(String what, Function<String, T> parse) {
    this.what = what;
    this.parse = parse;
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : read(reader, what, parse);
  }

  static <T extends Number> T read(JsonReader reader, String what, Function<String, T> parse)
      throws IOException {
    String text = reader.nextString();
    try {
      return parse.apply(text);
    } catch (IllegalStateException | IllegalArgumentException e) {
      // The cause may repeat the text.
      throw new JsonDataException(
          "no " + what + " that can be read at " + ShownPath.of(reader.getPath()));
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    writer.value(value);
  }
}
