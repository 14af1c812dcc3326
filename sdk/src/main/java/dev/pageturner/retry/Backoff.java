package dev.pageturner.retry;

import java.time.Duration;

/**
 * How long to wait before a retry, at most: the policy draws the wait from zero up to it.
 *
 * <p>An implementation answers the same for the same number and may be shared between threads.
 */
@FunctionalInterface
public interface Backoff {
  /** {@return the wait before retry number {@code retry}, which is 1 for the second request} */
  Duration beforeRetry(int retry);

  /**
   * Doubles the wait with every retry, from {@code first} up to {@code max}, without jitter.
   *
   * @param first the wait before the first retry; zero for no waits at all, as in a test
   * @param max the longest wait
   * @throws IllegalArgumentException if {@code first} is negative or longer than {@code max}
   */
  static Backoff exponential(Duration first, Duration max) {
    return new ExponentialBackoff(first, max);
  }
}
