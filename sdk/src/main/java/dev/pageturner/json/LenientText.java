package dev.pageturner.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What servers send instead of the forms that documents promise, as far as its meaning is sure.
 *
 * @param value the value
 * @param deviation what was met, and how it was read
 * @param <T> the value
 */
record LenientText<T>(T value, String deviation) {
  private static final String DATE = "([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})";
  private static final String TIME =
      "([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]{1,30}))?)?";
  private static final String OFFSET = "(?:Z|UTC|GMT|([+-][0-9]{2})(?::?([0-9]{2}))?)";
  private static final Pattern DATE_TIME = Pattern.compile(
      DATE + "(?:(?:T| +)" + TIME + "(?: ?(" + OFFSET + "))?)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEX =
      Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

  /** Week dates, days of a year, and the dates of e-mail and HTTP. */
  private static final List<DateTimeFormatter> OTHER_DATES =
      List.of(DateTimeFormatter.ISO_WEEK_DATE, DateTimeFormatter.ISO_ORDINAL_DATE);

  /** {@return this value as another type} */
  <R> LenientText<R> map(Function<T, R> function) {
    return new LenientText<>(function.apply(value), deviation);
  }

  /**
   * {@return the date-time that a text is in another form of ISO 8601 than RFC 3339 allows, or in
   * that of HTTP; null if it is none}
   */
  static @Nullable LenientText<OffsetDateTime> dateTime(String text) {
    Matcher matcher = DATE_TIME.matcher(text);
    if (!matcher.matches()) {
      return otherDateTime(text);
    }
    String date = matcher.group(1) + '-' + matcher.group(3) + '-' + matcher.group(4);
    if (matcher.group(5) == null) {
      return ofDate(LocalDate.parse(date));
    }
    OffsetDateTime value = OffsetDateTime.parse(date + 'T' + time(matcher) + offset(matcher));
    String deviation = matcher.group(9) == null
        ? "a date-time without an offset, read as UTC"
        : "a date-time that is not of RFC 3339, read as ISO 8601";
    return new LenientText<>(value, deviation);
  }

  /** A leap second is the second before it, as everywhere in Java. */
  private static String time(Matcher matcher) {
    String seconds = matcher.group(7) == null ? "00" : matcher.group(7);
    String fraction = matcher.group(8) == null ? "" : matcher.group(8);
    return matcher.group(5)
        + ':'
        + matcher.group(6)
        + ':'
        + (seconds.equals("60") ? "59" : seconds)
        + (fraction.isEmpty() ? "" : '.' + fraction.substring(0, Math.min(9, fraction.length())));
  }

  private static String offset(Matcher matcher) {
    String hours = matcher.group(10);
    String minutes = matcher.group(11) == null ? "00" : matcher.group(11);
    return hours == null ? "Z" : hours + ':' + minutes;
  }

  private static @Nullable LenientText<OffsetDateTime> otherDateTime(String text) {
    for (DateTimeFormatter format : OTHER_DATES) {
      try {
        return ofDate(LocalDate.parse(text, format));
      } catch (DateTimeException e) {
        // Perhaps it is of the next form.
      }
    }
    try {
      OffsetDateTime value = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return new LenientText<>(value, "a date-time in the form of HTTP");
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LenientText<OffsetDateTime> ofDate(LocalDate date) {
    OffsetDateTime midnight = date.atStartOfDay().atOffset(ZoneOffset.UTC);
    return new LenientText<>(midnight, "a date for a date-time, read as its midnight in UTC");
  }

  /** {@return the date that a text is or begins with; null if it is none} */
  static @Nullable LenientText<LocalDate> date(String text) {
    LenientText<OffsetDateTime> found = dateTime(text);
    if (found == null) {
      return null;
    }
    boolean form = found.deviation().startsWith("a date for");
    String deviation =
        form ? "a date in another form of ISO 8601" : "a date-time for a date, whose date is taken";
    return new LenientText<>(found.value().toLocalDate(), deviation);
  }

  /**
   * {@return the UUID that a text is in braces, as a URN or without hyphens; null if it is none}
   */
  static @Nullable LenientText<UUID> uuid(String text) {
    String bare = text.toLowerCase(Locale.ROOT).replaceFirst("^urn:uuid:", "");
    if (bare.startsWith("{") && bare.endsWith("}")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    Matcher hex = HEX.matcher(bare.replace("-", ""));
    return hex.matches()
        ? new LenientText<>(
            UUID.fromString(hex.replaceFirst("$1-$2-$3-$4-$5")), "a UUID in another form")
        : null;
  }
}
