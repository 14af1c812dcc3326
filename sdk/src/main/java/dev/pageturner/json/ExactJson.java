package dev.pageturner.json;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_ZONED_DATE_TIME;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.pageturner.internal.json.Strictness;
import java.lang.annotation.Annotation;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Moshi adapters that lose nothing.
 *
 * <ul>
 *   <li>{@link RawJson}: the exact text of any value; JSON's {@code null} is read as
 *       {@link RawJson#ofNull}.
 *   <li>{@code Object} and {@code Map<String, Object>}: numbers become the first of {@code Long},
 *       {@code BigInteger} and {@code BigDecimal} that holds them, never {@code Double}. Of several
 *       members of one name the last counts. They are written by the types of what they hold, in
 *       its order: a null member of a map as {@code null}, an {@code Optional} as its value or as
 *       {@code null}, a {@code double} without an exponent.
 *   <li>{@code String}: half a surrogate pair is written as an escape, where Moshi writes a
 *       question mark.
 *   <li>{@code BigDecimal}, {@code BigInteger}: from numbers, and from strings that hold one; at
 *       most 10,000 digits.
 *   <li>{@code Instant}, {@code OffsetDateTime}, {@code ZonedDateTime}, {@code LocalDate},
 *       {@code LocalDateTime}, {@code LocalTime}, {@code Duration}: ISO 8601 strings, written with
 *       their seconds, 0 or not. A point in time is also read in other forms: with an offset such
 *       as {@code +0000}, with a space for the {@code T}, in the basic form, in that of HTTP; as
 *       UTC without an offset; as midnight in UTC where it is only a date. Of a date-time for a
 *       date, the date is taken. Each such form is a warning, once for each place.
 *   <li>{@code UUID}, {@code URI}: strings; a UUID also without hyphens, in braces or as a URN.
 *   <li>{@code ByteString}: Base64 strings (RFC 4648).
 *   <li>Records that are not public: as public ones. A class in a package that its module keeps
 *       closed is an {@link IllegalArgumentException} that says how to open it.
 * </ul>
 *
 * <p>What cannot be read is a {@link com.squareup.moshi.JsonDataException} whose message names the
 * type and the path, not the value.
 */
public final class ExactJson {
  private static final TextAdapter<Instant> INSTANTS = new TextAdapter<>("instant", Instant::parse);

  // RFC 3339 wants the seconds, which toString leaves out when they are 0.
  private static final TextAdapter<OffsetDateTime> DATE_TIMES =
      new TextAdapter<>("date-time", OffsetDateTime::parse, ISO_OFFSET_DATE_TIME::format);
  private static final TextAdapter<ZonedDateTime> ZONED =
      new TextAdapter<>("date-time", ZonedDateTime::parse, ISO_ZONED_DATE_TIME::format);
  private static final TextAdapter<LocalDate> DATES = new TextAdapter<>("date", LocalDate::parse);
  private static final TextAdapter<UUID> UUIDS = new TextAdapter<>("UUID", ExactJson::uuid);
  private static final Map<Type, JsonAdapter<?>> STRICT = strict();
  private static final Map<Type, JsonAdapter<?>> LENIENT = lenient();

  private ExactJson() {}

  /** {@return the adapters, for {@link Moshi.Builder#add(JsonAdapter.Factory)}} */
  public static JsonAdapter.Factory factory() {
    return new Factory(false);
  }

  /**
   * {@return adapters that read what is of its form only: the same for a text that is no date-time
   * of RFC 3339, no date or no UUID, and for what the models of generated clients make of members
   * that are missing or of another type}
   */
  public static JsonAdapter.Factory strictFactory() {
    return new Factory(true);
  }

  private static Map<Type, JsonAdapter<?>> lenient() {
    Map<Type, JsonAdapter<?>> adapters = new LinkedHashMap<>(STRICT);
    adapters.put(OffsetDateTime.class, DATE_TIMES.orElse(LenientText::dateTime));
    adapters.put(Instant.class, INSTANTS.orElse(text -> mapped(text, OffsetDateTime::toInstant)));
    adapters.put(
        ZonedDateTime.class, ZONED.orElse(text -> mapped(text, OffsetDateTime::toZonedDateTime)));
    adapters.put(LocalDate.class, DATES.orElse(LenientText::date));
    adapters.put(UUID.class, UUIDS.orElse(LenientText::uuid));
    return Map.copyOf(adapters);
  }

  private static <T> @Nullable LenientText<T> mapped(
      String text, Function<OffsetDateTime, T> function) {
    LenientText<OffsetDateTime> found = LenientText.dateTime(text);
    return found == null ? null : found.map(function);
  }

  private static Map<Type, JsonAdapter<?>> strict() {
    Map<Type, JsonAdapter<?>> adapters = new LinkedHashMap<>();
    adapters.put(RawJson.class, new JsonValueAdapter());
    adapters.put(String.class, new ExactStringAdapter().nullSafe());
    adapters.put(BigDecimal.class, new NumberAdapter<>("decimal number", JsonNumber::toDecimal));
    adapters.put(BigInteger.class, new NumberAdapter<>("integer", JsonNumber::toInteger));
    adapters.put(Instant.class, INSTANTS);
    adapters.put(OffsetDateTime.class, DATE_TIMES);
    adapters.put(ZonedDateTime.class, ZONED);
    adapters.put(LocalDate.class, DATES);
    adapters.put(
        LocalDateTime.class,
        new TextAdapter<>("local date-time", LocalDateTime::parse, ISO_LOCAL_DATE_TIME::format));
    adapters.put(
        LocalTime.class, new TextAdapter<>("time", LocalTime::parse, ISO_LOCAL_TIME::format));
    adapters.put(Duration.class, new TextAdapter<>("duration", Duration::parse));
    adapters.put(ByteString.class, new Base64Adapter().nullSafe());
    adapters.put(UUID.class, UUIDS);
    adapters.put(URI.class, new TextAdapter<>("URI", URI::create));
    return Map.copyOf(adapters);
  }

  // The JDK also reads "1-1-1-1-1".
  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  // Not one for all: it looks for the adapters after itself, and may have been added twice.
  private static final class Factory implements JsonAdapter.Factory {
    private final boolean strict;

    Factory(boolean strict) {
      this.strict = strict;
    }

    @Override
    public @Nullable JsonAdapter<?> create(
        Type type, Set<? extends Annotation> annotations, Moshi moshi) {
      if (!annotations.isEmpty()) {
        return null;
      }
      if (type == Object.class) {
        return new ExactObjectAdapter(new ObjectWriter(moshi));
      }
      if (isMapOfObjects(type)) {
        return new ExactMapAdapter(new ObjectWriter(moshi)).nullSafe();
      }
      if (type == Strictness.class) {
        return new StrictnessAdapter(strict ? Strictness.STRICT : Strictness.LENIENT);
      }
      JsonAdapter<?> exact = (strict ? STRICT : LENIENT).get(type);
      return exact == null && isOfTheApplication(type) ? reflective(type, moshi) : exact;
    }

    /** What Moshi makes of a class, or what it has no access to. */
    private JsonAdapter<?> reflective(Type type, Moshi moshi) {
      Class<?> raw = Types.getRawType(type);
      try {
        return moshi.nextAdapter(this, type, Set.of());
      } catch (InaccessibleObjectException e) {
        throw closed(raw, e);
      } catch (AssertionError e) {
        if (raw.isRecord() && e.getCause() instanceof IllegalAccessException) {
          return record(raw, type, moshi);
        }
        throw e;
      }
    }
  }

  private static JsonAdapter<?> record(Class<?> raw, Type type, Moshi moshi) {
    try {
      return new RecordAdapter<>(raw, type, moshi).nullSafe();
    } catch (InaccessibleObjectException e) {
      throw closed(raw, e);
    }
  }

  private static IllegalArgumentException closed(Class<?> type, InaccessibleObjectException cause) {
    return new IllegalArgumentException(
        type.getName() + " cannot be read or written: its module keeps it closed. Say 'opens "
            + type.getPackageName() + " to dev.pageturner.sdk, com.squareup.moshi;' in the"
            + " module-info of " + type.getModule().getName() + ", or add an adapter for it",
        cause);
  }

  private static boolean isOfTheApplication(Type type) {
    Class<?> raw = Types.getRawType(type);
    boolean reflective =
        !raw.isInterface() && !raw.isEnum() && !raw.isArray() && !raw.isPrimitive();
    return reflective && raw.getClassLoader() != null;
  }

  private static boolean isMapOfObjects(Type type) {
    if (type instanceof ParameterizedType map && Types.getRawType(type) == Map.class) {
      Type[] arguments = map.getActualTypeArguments();
      return arguments[0] == String.class && arguments[1] == Object.class;
    }
    return type == Map.class;
  }
}
