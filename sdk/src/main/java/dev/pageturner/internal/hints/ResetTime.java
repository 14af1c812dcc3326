package dev.pageturner.internal.hints;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a quota is restored, in whichever form a server writes it: seconds from now; seconds,
 * milliseconds, microseconds or nanoseconds since 1970; {@code 6m0s}; RFC 3339; an HTTP date.
 * Numbers are told apart by their size. What is negative, or further away than any quota, is none.
 */
final class ResetTime {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(?:\\.[0-9]{0,20})?");
  private static final Pattern PART =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(d|h|ms|m|s|us|µs|ns)");
  private static final Pattern PARTS = Pattern.compile("(?:" + PART.pattern() + ")+");

  /** The first second of 2001. Nobody counts so many seconds from now. */
  private static final BigDecimal EPOCH_SECONDS = BigDecimal.valueOf(978_307_200L);

  private static final BigDecimal FAR_FUTURE = EPOCH_SECONDS.multiply(BigDecimal.valueOf(100));

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private ResetTime() {}

  /** {@return how long after the server's {@code date} the quota is restored} */
  static Optional<Duration> parse(String value, Instant date) {
    return anyForm(value, date).filter(wait -> wait.compareTo(ServerHint.LONGEST) <= 0);
  }

  private static Optional<Duration> anyForm(String value, Instant date) {
    if (NUMBER.matcher(value).matches()) {
      return number(new BigDecimal(value), date);
    }
    if (PARTS.matcher(value).matches()) {
      return Optional.of(parts(value));
    }
    return instant(value, date).map(instant -> until(instant, date));
  }

  /** Each unit since 1970 is a thousand times the one before; what falls between two is none. */
  private static Optional<Duration> number(BigDecimal number, Instant date) {
    if (number.compareTo(EPOCH_SECONDS) < 0) {
      return Optional.of(seconds(number));
    }
    BigDecimal seconds = number;
    while (seconds.compareTo(FAR_FUTURE) > 0) {
      seconds = seconds.divide(THOUSAND);
    }
    return seconds.compareTo(EPOCH_SECONDS) < 0
        ? Optional.empty()
        : Optional.of(until(Instant.EPOCH.plus(seconds(seconds)), date));
  }

  private static Duration seconds(BigDecimal seconds) {
    BigDecimal nanos = seconds.movePointRight(9).setScale(0, RoundingMode.CEILING);
    return Duration.ofSeconds(nanos.divideToIntegralValue(BigDecimal.TEN.pow(9)).longValue())
        .plusNanos(nanos.remainder(BigDecimal.TEN.pow(9)).longValue());
  }

  private static Duration parts(String value) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(value);
    while (part.find()) {
      BigDecimal amount = new BigDecimal(part.group(1));
      sum = sum.plus(seconds(amount.multiply(secondsOf(part.group(2)))));
    }
    return sum;
  }

  private static BigDecimal secondsOf(String unit) {
    return switch (unit) {
      case "d" -> BigDecimal.valueOf(86_400);
      case "h" -> BigDecimal.valueOf(3600);
      case "m" -> BigDecimal.valueOf(60);
      case "s" -> BigDecimal.ONE;
      case "ms" -> BigDecimal.ONE.movePointLeft(3);
      case "ns" -> BigDecimal.ONE.movePointLeft(9);
      default -> BigDecimal.ONE.movePointLeft(6);
    };
  }

  private static Optional<Instant> instant(String value, Instant date) {
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException notRfc3339) {
      return HttpDate.parse(value, date);
    }
  }

  private static Duration until(Instant instant, Instant date) {
    Duration wait = Duration.between(date, instant);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
