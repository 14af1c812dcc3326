package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.pageturner.internal.json.Encoding;
import dev.pageturner.internal.json.ShownPath;
import dev.pageturner.internal.json.Utf8;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Writes values by the types that they turn out to have: the one way in which a body, a parameter
 * and a member of type {@code Object} become JSON.
 *
 * <p>A member of a map is sent as it is, null included: whoever put it there meant it. What is
 * neither a map, a list nor a scalar is left to its adapter.
 */
final class ObjectWriter {
  private final Moshi moshi;

  ObjectWriter(Moshi moshi) {
    this.moshi = moshi;
  }

  void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof Map<?, ?> map) {
      members(writer, map);
    } else if (value instanceof Iterable<?> all && !(value instanceof Path)) {
      elements(writer, all);
    } else if (value instanceof Boolean flag) {
      writer.value(flag);
    } else if (value instanceof Number number) {
      number(writer, number);
    } else if (value instanceof CharSequence text) {
      adapt(writer, String.class, text.toString());
    } else if (value.getClass().isArray()) {
      array(writer, value);
    } else {
      one(writer, value);
    }
  }

  private void members(JsonWriter writer, Map<?, ?> map) throws IOException {
    writer.beginObject();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      name(writer, member.getKey());
      member(writer, member.getValue());
    }
    writer.endObject();
  }

  private void name(JsonWriter writer, @Nullable Object name) throws IOException {
    if (name == null) {
      throw new JsonDataException("a name that is null at " + ShownPath.of(writer.getPath()));
    } else if (name instanceof CharSequence text) {
      writer.name(whole(writer, text.toString()));
    } else {
      writer.promoteValueToName();
      write(writer, name);
    }
  }

  // Okio's encoder would replace half a pair by a question mark, and no writer escapes a name.
  private static String whole(JsonWriter writer, String name) {
    if (Utf8.firstLoneSurrogate(name) >= 0) {
      throw new JsonDataException(
          "a name with half a surrogate pair at " + ShownPath.of(writer.getPath()));
    }
    return name;
  }

  private void member(JsonWriter writer, @Nullable Object value) throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    Object said = unwrapped(value);
    writer.setSerializeNulls(serializeNulls || said == null);
    write(writer, said);
    writer.setSerializeNulls(serializeNulls);
  }

  private void elements(JsonWriter writer, Iterable<?> all) throws IOException {
    writer.beginArray();
    for (Object element : all) {
      write(writer, element);
    }
    writer.endArray();
  }

  private void array(JsonWriter writer, Object array) throws IOException {
    writer.beginArray();
    for (int i = 0; i < Array.getLength(array); i++) {
      write(writer, Array.get(array, i));
    }
    writer.endArray();
  }

  private void number(JsonWriter writer, Number number) throws IOException {
    if (number instanceof Double || number instanceof Float) {
      writer.value(decimal(number, writer));
    } else if (isWhole(number)) {
      writer.value(number.longValue());
    } else if (number instanceof BigInteger || number instanceof BigDecimal) {
      writer.value(number);
    } else {
      one(writer, number);
    }
  }

  private static boolean isWhole(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte
        || number instanceof AtomicInteger
        || number instanceof AtomicLong;
  }

  private static BigDecimal decimal(Number number, JsonWriter writer) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new JsonDataException("not a finite number at " + ShownPath.of(writer.getPath()));
    }
    // Servers that read integers stumble over an exponent.
    return new BigDecimal(new BigDecimal(number.toString()).toPlainString());
  }

  private void one(JsonWriter writer, Object value) throws IOException {
    Object said = unwrapped(value);
    if (said != value) {
      write(writer, said);
      return;
    }
    Class<?> type = typeOf(value);
    JsonAdapter<Object> adapter = adapterOf(type);
    if (adapter != null) {
      Encoding.write(adapter, writer, value);
    } else if (isText(type)) {
      writer.value(value.toString());
    } else {
      throw new JsonDataException("no JSON for a " + type.getName() + " at "
          + ShownPath.of(writer.getPath())
          + ": use a type that has an adapter, such as Instant, or add one to the client's Moshi");
    }
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
    } else if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? (Object) optional.getAsLong() : null;
    } else if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? (Object) optional.getAsInt() : null;
    } else if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? (Object) optional.getAsDouble() : null;
    } else if (value instanceof ZonedDateTime time) {
      // RFC 3339 knows no regions; a member that is declared to be zoned keeps its own.
      return time.toOffsetDateTime();
    }
    return value;
  }

  /** Adapters are found by the type that was declared, not by a class behind it. */
  private static Class<?> typeOf(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.getDeclaringClass();
    }
    return value instanceof ByteString ? ByteString.class : value.getClass();
  }

  private @Nullable JsonAdapter<Object> adapterOf(Class<?> type) {
    try {
      return moshi.adapter((Type) type);
    } catch (IllegalArgumentException e) {
      if (isOfThePlatform(type)) {
        return null;
      }
      throw e;
    }
  }

  private static boolean isOfThePlatform(Class<?> type) {
    return type.getClassLoader() == null || type.getName().startsWith("java.");
  }

  private static boolean isText(Class<?> type) {
    return type.getPackageName().equals("java.time") || type == URL.class;
  }

  private <T> void adapt(JsonWriter writer, Class<T> type, T value) throws IOException {
    moshi.adapter(type).toJson(writer, value);
  }
}
