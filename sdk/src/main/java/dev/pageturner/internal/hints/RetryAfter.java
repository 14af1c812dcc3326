package dev.pageturner.internal.hints;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a server asks to be left alone: {@code Retry-After} (RFC 9110, section 10.2.3) in
 * seconds or as a date, and the more exact {@code retry-after-ms} of some servers.
 *
 * <p>Of several values the first that can be read counts. Too many digits are 31 days, a date that
 * has passed is zero; signs, fractions and units are not read.
 */
final class RetryAfter {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** A comma with no blank may group thousands: that is no list. */
  private static final Pattern LIST = Pattern.compile("[0-9]+(, +[0-9]+)+");

  private RetryAfter() {}

  /**
   * Reads the header fields of a response.
   *
   * @param date the server's clock when it answered
   */
  static Optional<Duration> read(Function<String, List<String>> headers, Instant date) {
    return Stream.of("retry-after-ms", "x-ms-retry-after-ms")
        .flatMap(name -> first(headers.apply(name), 1, date).stream())
        .findFirst()
        .or(() -> first(headers.apply("Retry-After"), 1000, date));
  }

  private static Optional<Duration> first(List<String> values, long millis, Instant date) {
    return values.stream()
        .flatMap(value -> parse(value.strip(), millis, date).stream())
        .findFirst();
  }

  private static Optional<Duration> parse(String value, long millis, Instant date) {
    if (DIGITS.matcher(value).matches()) {
      return Optional.of(clamped(value, millis));
    }
    if (LIST.matcher(value).matches()) {
      return Optional.of(clamped(value.substring(0, value.indexOf(',')), millis));
    }
    return HttpDate.parse(value, date).map(instant -> clamped(Duration.between(date, instant)));
  }

  private static Duration clamped(String digits, long millis) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (significant.length() > 12) {
      return ServerHint.LONGEST;
    }
    return clamped(Duration.ofMillis(Long.parseLong(significant) * millis));
  }

  private static Duration clamped(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(ServerHint.LONGEST) > 0 ? ServerHint.LONGEST : wait;
  }
}
