package dev.pageturner.internal.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** So many permits per period. */
record Limit(int permits, Duration period) {
  private static final Duration LONGEST = Duration.ofDays(366);

  Limit {
    Objects.requireNonNull(period, "period");
    if (permits < 1) {
      throw new IllegalArgumentException("permits < 1: " + permits);
    }
    if (period.isNegative() || period.isZero() || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("period not between 1 ns and 366 days: " + period);
    }
  }

  Window window() {
    return new Window(permits, period.toNanos());
  }

  static List<Limit> plus(List<Limit> limits, Limit one) {
    List<Limit> all = new ArrayList<>(limits);
    all.add(one);
    return List.copyOf(all);
  }

  static String describe(List<Limit> limits) {
    return limits.stream()
        .map(limit -> limit.permits() + " per " + limit.period())
        .collect(Collectors.joining(" and "));
  }
}
