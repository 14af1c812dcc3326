package dev.pageturner.internal.content;

import com.squareup.moshi.Moshi;
import dev.pageturner.json.Json;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of the application as JSON, whatever of it has an adapter or can say itself as text. */
public final class Values {
  private final Moshi moshi;

  /** Writes with these adapters. */
  public Values(Moshi moshi) {
    this.moshi = moshi;
  }

  /** {@return a value as JSON} */
  public Json json(@Nullable Object value) {
    if (value == null) {
      return Json.ofNull();
    } else if (value instanceof Json json) {
      return json;
    } else if (value instanceof Map<?, ?> map) {
      return object(map);
    } else if (value instanceof Iterable<?> all) {
      return array(all);
    } else if (value instanceof Boolean flag) {
      return Json.of(flag);
    } else if (value instanceof Number number) {
      return number(number);
    }
    return value.getClass().isArray() ? elements(value) : textOrObject(value);
  }

  private Json object(Map<?, ?> map) {
    Map<String, Json> members = new LinkedHashMap<>();
    map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
    return Json.ofObject(members);
  }

  private Json array(Iterable<?> all) {
    List<Json> elements = new ArrayList<>();
    all.forEach(element -> elements.add(json(element)));
    return Json.ofArray(elements);
  }

  private Json elements(Object array) {
    List<Json> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(json(Array.get(array, i)));
    }
    return Json.ofArray(elements);
  }

  private static Json number(Number number) {
    if (number instanceof BigInteger whole) {
      return Json.of(whole);
    } else if (number instanceof BigDecimal decimal) {
      return Json.of(decimal);
    } else if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) {
        throw new IllegalArgumentException("not a finite number");
      }
      // Servers that read integers stumble over an exponent.
      return Json.parse(new BigDecimal(number.toString()).toPlainString());
    }
    return Json.of(number.longValue());
  }

  private Json textOrObject(Object value) {
    if (value instanceof CharSequence || isOfThePlatform(value)) {
      return Json.of(text(value));
    }
    return Json.parse(moshi.<Object>adapter((Type) value.getClass()).toJson(value));
  }

  private static boolean isOfThePlatform(Object value) {
    return value.getClass().getName().startsWith("java.");
  }

  /** RFC 3339 wants the seconds, which {@code toString} leaves out when they are 0. */
  private static String text(Object value) {
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    } else if (value instanceof ZonedDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    } else if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    } else if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    return value.toString();
  }
}
