package dev.pageturner.rate;

import dev.pageturner.internal.rate.PermitLogLimiter;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;

/**
 * A rate limiter of resilience4j that holds in every window, not only in cycles of its own: a
 * permit comes back one period after the completion of the request that used it.
 *
 * <p>It learns of completions through {@link #onSuccess}, {@link #onError} and {@link #onResult},
 * which resilience4j's decorators call. Who calls {@link #acquirePermission} himself must call one
 * of them when the request is over, or {@link #releasePermission} if none was sent; a permit of
 * which nothing is heard counts as completed after a minute. {@link RateLimit#from} shares its
 * permits with clients.
 *
 * <p>{@code limitForPeriod}, {@code limitRefreshPeriod}, {@code timeoutDuration} and
 * {@code drainPermissionsOnResult} of the configuration mean what they say there. Safe to share
 * between threads; first come, first served.
 */
public sealed interface CompletionRateLimiter extends RateLimiter permits PermitLogLimiter {
  /** Creates one without tags. */
  static CompletionRateLimiter of(String name, RateLimiterConfig config) {
    return of(name, config, Map.of());
  }

  /** Creates one, with all of its permits free. */
  static CompletionRateLimiter of(String name, RateLimiterConfig config, Map<String, String> tags) {
    return PermitLogLimiter.of(name, config, tags);
  }

  /**
   * Waits for permits, {@code timeoutDuration} at most, zero for permits now or none; if they
   * certainly come later, or are more than the limit, it fails at once.
   *
   * @return whether they were given; false, with the flag set, when interrupted while waiting
   */
  @Override
  boolean acquirePermission(int permits);

  /**
   * Takes permits that may be used only after the wait that is returned, in nanoseconds; negative
   * if there are none within {@code timeoutDuration}.
   *
   * <p>The wait is certain as long as the permits it stands for have been used and completed. While
   * they are still in flight it is an estimate: that their requests take no longer than the slowest
   * of late. A client that has this limiter needs no estimate, since it is called back.
   */
  @Override
  long reservePermission(int permits);

  /**
   * Gives back permits, acquired or reserved, that no request was sent with. Others can have them
   * at once.
   *
   * @param permits as many as were asked for in one call
   */
  void releasePermission(int permits);

  /** Uses up the permits that are free: they come back one period from now. */
  @Override
  void drainPermissions();

  /** Changes how long {@link #acquirePermission} waits from now on. */
  @Override
  void changeTimeoutDuration(Duration timeout);

  /** Changes the limit at once; of several, the first. */
  @Override
  void changeLimitForPeriod(int limit);
}
