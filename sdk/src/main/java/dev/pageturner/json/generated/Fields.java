package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.Deviations;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values and single members as generated models use them. */
public final class Fields {
  private Fields() {}

  /** Skips a member that the model doesn't know, without decoding its name or value. */
  static void skip(JsonReader reader) throws IOException {
    reader.skipName();
    reader.skipValue();
  }

  /**
   * {@return the text, number or boolean of a member of the next object; empty without it}
   *
   * <p>Nothing is consumed.
   *
   * @param reader a reader before an object
   * @param name the name of the member, as the only option
   */
  static String peekText(JsonReader reader, JsonReader.Options name) throws IOException {
    try (JsonReader ahead = reader.peekJson()) {
      ahead.setFailOnUnknown(false);
      ahead.beginObject();
      while (ahead.hasNext()) {
        if (ahead.selectName(name) == 0) {
          return text(ahead);
        }
        skip(ahead);
      }
      return "";
    }
  }

  /** {@return the next value as text, empty for null, a list or an object, which is skipped} */
  static String text(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case STRING, NUMBER -> reader.nextString();
      case BOOLEAN -> String.valueOf(reader.nextBoolean());
      default -> {
        reader.skipValue();
        yield "";
      }
    };
  }

  /** Writes an object with a member before its own. */
  static <T> void writeTagged(
      JsonWriter writer, String name, String tag, JsonAdapter<T> adapter, T value)
      throws IOException {
    writer.beginObject();
    writer.name(name).value(tag);
    int token = writer.beginFlatten();
    adapter.toJson(writer, value);
    writer.endFlatten(token);
    writer.endObject();
  }

  /**
   * {@return the adapter of listed values}: a value that is not listed is kept, and told by a
   * warning
   *
   * @param adapter reads and writes the value
   * @param wrap makes the type of it
   * @param unwrap takes it out
   * @param isListed whether a value is one of those that the document lists
   */
  public static <V, T> JsonAdapter<T> listed(
      JsonAdapter<V> adapter, Function<V, T> wrap, Function<T, V> unwrap, Predicate<T> isListed) {
    return new ListedAdapter<>(adapter, wrap, unwrap, isListed).nullSafe();
  }

  /** {@return the value that a text is; empty if it is none, such as JSON that was cut} */
  public static <T> Optional<T> read(JsonAdapter<T> adapter, String json) {
    try {
      return Optional.ofNullable(Deviations.telling(adapter, unheard -> {}).fromJson(json));
    } catch (IOException | JsonDataException e) {
      return Optional.empty();
    }
  }

  /**
   * {@return the value of a builder, which must be set}
   *
   * @throws IllegalStateException if the value is null
   */
  public static <T> T set(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }

  /** {@return a number that is equal for all of one value, such as 1 and 1.0} */
  public static BigDecimal key(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
