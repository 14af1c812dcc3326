package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Members of JSON objects as generated Moshi adapters read and write them.
 *
 * <p>A member that must be there and isn't, or is {@code null}, is a {@link JsonDataException} that
 * names it. A list or map that must be there is empty then, since many servers write {@code null}
 * for an empty list.
 */
public final class Fields {
  private Fields() {}

  /**
   * {@return the value, which must be there}
   *
   * @param value what was read, null without it
   * @param name the member's name
   * @param reader where it was read, at the end of the object, for the path in the message
   * @throws JsonDataException if the value is null
   */
  public static <T> T required(@Nullable T value, String name, JsonReader reader) {
    if (value == null) {
      throw new JsonDataException(
          "Required value '" + name + "' missing at " + ShownPath.of(reader.getPath()));
    }
    return value;
  }

  /** {@return the list, empty without one} */
  public static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** {@return the map, empty without one} */
  public static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }

  /** Skips a member that the model doesn't know, without decoding its name or value. */
  public static void skip(JsonReader reader) throws IOException {
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
  public static String peekText(JsonReader reader, JsonReader.Options name) throws IOException {
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

  /** Writes members, as {@code null} where their value is null. */
  public static <T> void writeAll(
      JsonWriter writer, JsonAdapter<T> adapter, Map<String, ? extends @Nullable T> members)
      throws IOException {
    for (Map.Entry<String, ? extends @Nullable T> member : members.entrySet()) {
      writeNullable(writer, member.getKey(), adapter, member.getValue());
    }
  }

  /** Writes an object with a member before its own. */
  public static <T> void writeTagged(
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
   * {@return the adapter of a type that wraps one value}
   *
   * @param adapter reads and writes the value
   * @param wrap makes the type of it
   * @param unwrap takes it out
   */
  public static <V, T> JsonAdapter<T> wrapping(
      JsonAdapter<V> adapter, Function<V, T> wrap, Function<T, V> unwrap) {
    return new WrappingAdapter<>(adapter, wrap, unwrap).nullSafe();
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

  /** Writes a member, or nothing if its value is null. */
  public static <T> void write(
      JsonWriter writer, String name, JsonAdapter<T> adapter, @Nullable T value)
      throws IOException {
    if (value != null) {
      writer.name(name);
      adapter.toJson(writer, value);
    }
  }

  /** Writes a member, as {@code null} if its value is null, whatever the writer does with nulls. */
  public static <T> void writeNullable(
      JsonWriter writer, String name, JsonAdapter<T> adapter, @Nullable T value)
      throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(serializeNulls || value == null);
    try {
      writer.name(name);
      adapter.toJson(writer, value);
    } finally {
      writer.setSerializeNulls(serializeNulls);
    }
  }
}
