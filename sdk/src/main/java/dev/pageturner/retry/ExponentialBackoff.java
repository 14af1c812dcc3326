package dev.pageturner.retry;

import java.time.Duration;

record ExponentialBackoff(Duration first, Duration max) implements Backoff {
  ExponentialBackoff {
    if (first.isNegative()) {
      throw new IllegalArgumentException("first < 0: " + first);
    }
    if (first.compareTo(max) > 0) {
      throw new IllegalArgumentException("first > max: " + first + " > " + max);
    }
  }

  @Override
  public Duration beforeRetry(int retry) {
    if (retry < 1) {
      throw new IllegalArgumentException("retry < 1: " + retry);
    }
    int doublings = retry - 1;
    // 62 doublings overflow even one nanosecond; compare before multiplying.
    if (doublings >= 62 || first.compareTo(max.dividedBy(1L << doublings)) > 0) {
      return first.isZero() ? first : max;
    }
    return first.multipliedBy(1L << doublings);
  }
}
