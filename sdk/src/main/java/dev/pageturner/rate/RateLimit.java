package dev.pageturner.rate;

import dev.pageturner.internal.rate.QueuedRateLimit;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How many requests may start in any window of time, for all who share this object: clients,
 * threads, blocking and non-blocking calls. First come, first served.
 *
 * <pre>{@code
 * RateLimit limit = RateLimit.of(50, Duration.ofSeconds(1)).and(5000, Duration.ofHours(1));
 * }</pre>
 *
 * <p>A permit comes back one period after the response of the request that used it. So no server
 * that counts requests as they reach it, in whatever window of that length, ever sees more than the
 * limit; and while responses are quick against the period, all of the limit can be used.
 *
 * <p>In front of the permits there is a gate. It is closed while the server wants no request, as
 * its responses tell, and it is closed for all.
 *
 * <p>By default a call waits for two of the longest periods, at least for an hour. A wait that is
 * certain to be longer fails at once. Safe to share between threads; holds no thread.
 */
public sealed interface RateLimit permits QueuedRateLimit {
  /**
   * Allows {@code permits} requests, at least 1, in any window of {@code period}, 366 days at most.
   */
  static RateLimit of(int permits, Duration period) {
    return QueuedRateLimit.of(permits, period);
  }

  /** {@return a rate limit that allows everything, but for what servers ask for} */
  static RateLimit none() {
    return QueuedRateLimit.none();
  }

  /**
   * Takes the permits of a limiter that the application has already.
   *
   * <p>A {@link CompletionRateLimiter} is shared, its line included. Any other limiter is asked to
   * reserve for the first in line only, and is told of each completion. It is as exact as it is:
   * resilience4j's own counts cycles of its own, not every window, so a server can see up to twice
   * the limit around the end of a cycle. Its {@code timeoutDuration} bounds each wait, too. A
   * limiter without reservations gives a permit when it has a free one, and fails otherwise.
   */
  static RateLimit from(RateLimiter limiter) {
    return QueuedRateLimit.from(limiter);
  }

  /**
   * {@return a new rate limit with one more limit: each request needs a permit of each}
   *
   * <p>It shares nothing with this one.
   *
   * @throws IllegalStateException if this one is none, or takes the permits of another limiter
   */
  RateLimit and(int permits, Duration period);

  /**
   * {@return the same permits, for a caller who waits no longer than {@code maxWait}}
   *
   * <p>Zero is a permit now or an error at once. Any length is allowed; beyond 292 years it is for
   * ever.
   */
  RateLimit maxWait(Duration maxWait);

  /** {@return the longest wait} */
  Duration maxWait();

  /**
   * {@return the same permits, for a caller who is told of each of its waits before it begins}
   *
   * <p>It is told again when the server closes the gate meanwhile. The listener must be quick.
   */
  RateLimit listener(Consumer<Wait> listener);

  /** {@return the limiter that gives the permits, for its metrics and events; empty for none} */
  Optional<RateLimiter> limiter();

  /**
   * Closes the gate for all who share this rate limit, a day at most. It never opens earlier than
   * it would have. Who would wait too long for that fails at once.
   */
  void closeUntil(Instant instant);

  /**
   * A wait that is about to begin. Listeners see it before; a rate limit that is shared can make it
   * shorter or longer.
   *
   * @param duration how long it will be, as far as is known at its beginning
   * @param reason what is waited for
   */
  record Wait(Duration duration, Reason reason) {
    /** What is waited for. */
    public enum Reason {
      /** A permit of the rate limit. */
      RATE_LIMIT,
      /** The instant before which the server wants no request. */
      SERVER_HINT,
      /** The backoff before a request is sent again. */
      RETRY
    }

    /** Checks the values. */
    public Wait {
      Objects.requireNonNull(duration, "duration");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
