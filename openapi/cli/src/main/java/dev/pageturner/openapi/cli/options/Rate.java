package dev.pageturner.openapi.cli.options;

import dev.pageturner.rate.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate limit as it is said: {@code 50/1s}.
 *
 * @param permits the requests
 * @param period in any window of this length
 */
public record Rate(int permits, Duration period) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(.+)");
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})?(ms|s|m|h|d)");

  /** Checks the values. */
  public Rate {
    if (permits < 1 || period.isZero()) {
      throw new IllegalArgumentException("a rate is something like 50/1s, from 1 on");
    }
  }

  /** {@return the rate of a text such as {@code 50/1s}} */
  public static Rate parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("a rate is something like 50/1s, not '" + text + "'");
    }
    return new Rate(Integer.parseInt(form.group(1)), duration(form.group(2)));
  }

  /** {@return the length of a text such as {@code 500ms}, {@code 1s}, {@code 5m} or {@code 1h}} */
  public static Duration duration(String text) {
    Matcher length = LENGTH.matcher(text);
    if (!length.matches()) {
      throw new IllegalArgumentException(
          "a time is something like 500ms, 30s, 5m, 1h or 1d, not '" + text + "'");
    }
    long number = length.group(1) == null ? 1 : Long.parseLong(length.group(1));
    return switch (length.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** {@return the limit of all these at once} */
  public static RateLimit limitOf(List<Rate> rates) {
    RateLimit limit = RateLimit.none();
    for (int i = 0; i < rates.size(); i++) {
      Rate rate = rates.get(i);
      limit = i == 0
          ? RateLimit.of(rate.permits(), rate.period())
          : limit.and(rate.permits(), rate.period());
    }
    return limit;
  }
}
