package dev.pageturner.internal.time;

import java.time.Duration;

/**
 * Durations as nanoseconds that never overflow: what is longer than a {@code long} holds, such as
 * {@code ChronoUnit.FOREVER}, becomes the longest it holds, 292 years.
 */
public final class Nanos {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
  private static final Duration SHORTEST = Duration.ofNanos(Long.MIN_VALUE);

  private Nanos() {}

  /** {@return the nanoseconds of a duration, which may be negative} */
  public static long of(Duration duration) {
    if (duration.compareTo(LONGEST) >= 0) {
      return Long.MAX_VALUE;
    }
    return duration.compareTo(SHORTEST) <= 0 ? Long.MIN_VALUE : duration.toNanos();
  }

  /** {@return the sum of two counts of nanoseconds} */
  public static long sum(long one, long other) {
    long sum = one + other;
    boolean overflow = ((one ^ sum) & (other ^ sum)) < 0;
    if (overflow) {
      return one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return sum;
  }
}
