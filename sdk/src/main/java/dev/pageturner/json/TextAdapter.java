package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that JSON knows as strings only. */
final class TextAdapter<T> extends JsonAdapter<T> {
  private final String what;
  private final Function<String, T> parse;
  private final Function<T, String> print;
  private final Function<String, @Nullable LenientText<T>> lenient;

  /** Writes values by their {@code toString}. */
  TextAdapter(String what, Function<String, T> parse) {
    this(what, parse, Object::toString);
  }

  TextAdapter(String what, Function<String, T> parse, Function<T, String> print) {
    this(what, parse, print, text -> null);
  }

  private TextAdapter(
      String what,
      Function<String, T> parse,
      Function<T, String> print,
      Function<String, @Nullable LenientText<T>> lenient) {
    this.what = what;
    this.parse = parse;
    this.print = print;
    this.lenient = lenient;
  }

  /** {@return an adapter that also reads what another function makes of a text} */
  TextAdapter<T> orElse(Function<String, @Nullable LenientText<T>> other) {
    return new TextAdapter<>(what, parse, print, other);
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    String path = reader.getPath();
    if (token != JsonReader.Token.STRING) {
      throw no(path);
    }
    String text = reader.nextString();
    try {
      return parse.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      return otherForm(text, reader, path);
    }
  }

  private T otherForm(String text, JsonReader reader, String path) {
    try {
      LenientText<T> found = lenient.apply(text);
      if (found != null) {
        Deviations.met(reader, found.deviation());
        return found.value();
      }
    } catch (DateTimeException e) {
      // It looks like one, but there is no such day or time.
    }
    throw no(path);
  }

  // Without the cause, which would repeat the text.
  private JsonDataException no(String path) {
    return new JsonDataException("no " + what + " at " + ShownPath.of(path));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    writer.value(value == null ? null : print.apply(value));
  }
}
