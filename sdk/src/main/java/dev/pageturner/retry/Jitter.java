package dev.pageturner.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Draws waits at random, so that clients that failed together do not come back together. */
final class Jitter {
  /** Safe for use by many threads, unlike most generators. */
  static final RandomGenerator SHARED = () -> ThreadLocalRandom.current().nextLong();

  // 292 years; a longer Duration does not fit into a long of nanoseconds.
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Jitter() {}

  /** {@return a duration between zero and {@code longest}, each equally likely} */
  static Duration upTo(Duration longest, RandomGenerator random) {
    if (longest.isZero() || longest.isNegative()) {
      return Duration.ZERO;
    }
    long nanos = longest.compareTo(LONGEST) < 0 ? longest.toNanos() : Long.MAX_VALUE;
    return Duration.ofNanos(random.nextLong(nanos));
  }
}
