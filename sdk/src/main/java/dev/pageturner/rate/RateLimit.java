package dev.pageturner.rate;

import dev.pageturner.error.PageturnerException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
public final class RateLimit {
  private static final Duration LEAST_PATIENCE = Duration.ofHours(1);

  private final PermitQueue queue;
  private final List<Limit> limits;
  private final @Nullable RateLimiter limiter;
  private final Duration maxWait;
  private final Consumer<Wait> listener;

  private RateLimit(
      PermitQueue queue,
      List<Limit> limits,
      @Nullable RateLimiter limiter,
      Duration maxWait,
      Consumer<Wait> listener) {
    this.queue = queue;
    this.limits = limits;
    this.limiter = limiter;
    this.maxWait = maxWait;
    this.listener = listener;
  }

  /**
   * Allows {@code permits} requests, at least 1, in any window of {@code period}, 366 days at most.
   */
  public static RateLimit of(int permits, Duration period) {
    return of(List.of(new Limit(permits, period)), PermitQueue.Clockwork.SYSTEM);
  }

  static RateLimit of(List<Limit> limits, PermitQueue.Clockwork clockwork) {
    RateLimiterConfig config = RateLimiterConfig.custom()
        .limitForPeriod(limits.get(0).permits())
        .limitRefreshPeriod(limits.get(0).period())
        .timeoutDuration(patience(limits))
        .build();
    return of(new CompletionRateLimiter("pageturner", config, Map.of(), limits, clockwork));
  }

  private static RateLimit of(CompletionRateLimiter own) {
    return new RateLimit(own.queue(), own.limits(), own, patience(own.limits()), wait -> {});
  }

  /** {@return a rate limit that allows everything, but for what servers ask for} */
  public static RateLimit none() {
    return none(PermitQueue.Clockwork.SYSTEM);
  }

  static RateLimit none(PermitQueue.Clockwork clockwork) {
    PermitQueue queue = new PermitQueue(new PermitLog(List.of()), Hooks.NONE, clockwork);
    return new RateLimit(queue, List.of(), null, LEAST_PATIENCE, wait -> {});
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
  public static RateLimit from(RateLimiter limiter) {
    return from(limiter, PermitQueue.Clockwork.SYSTEM);
  }

  static RateLimit from(RateLimiter limiter, PermitQueue.Clockwork clockwork) {
    if (limiter instanceof CompletionRateLimiter own) {
      return of(own);
    }
    PermitQueue queue =
        new PermitQueue(new BorrowedAllowance(limiter), Hooks.completing(limiter), clockwork);
    return new RateLimit(queue, List.of(), limiter, LEAST_PATIENCE, wait -> {});
  }

  private static Duration patience(List<Limit> limits) {
    Duration longest = LEAST_PATIENCE;
    for (Limit limit : limits) {
      Duration two = limit.period().multipliedBy(2);
      longest = two.compareTo(longest) > 0 ? two : longest;
    }
    return longest;
  }

  /**
   * {@return a new rate limit with one more limit: each request needs a permit of each}
   *
   * <p>It shares nothing with this one.
   *
   * @throws IllegalStateException if this one is none, or takes the permits of another limiter
   */
  public RateLimit and(int permits, Duration period) {
    if (limits.isEmpty()) {
      throw new IllegalStateException("only limits made by RateLimit.of can be combined");
    }
    List<Limit> all = Limit.plus(limits, new Limit(permits, period));
    RateLimit combined = of(all, queue.clockwork()).listener(listener);
    return maxWait.equals(patience(limits)) ? combined : combined.maxWait(maxWait);
  }

  /**
   * {@return the same permits, for a caller who waits no longer than {@code maxWait}; zero to never
   * wait}
   */
  public RateLimit maxWait(Duration maxWait) {
    if (maxWait.isNegative()) {
      throw new IllegalArgumentException("maxWait < 0: " + maxWait);
    }
    return new RateLimit(queue, limits, limiter, maxWait, listener);
  }

  /** {@return the longest wait} */
  public Duration maxWait() {
    return maxWait;
  }

  /**
   * {@return the same permits, for a caller who is told of each of its waits before it begins}
   *
   * <p>It is told again when the server closes the gate meanwhile. The listener must be quick.
   */
  public RateLimit listener(Consumer<Wait> listener) {
    Consumer<Wait> both = this.listener.andThen(Objects.requireNonNull(listener, "listener"));
    return new RateLimit(queue, limits, limiter, maxWait, both);
  }

  /** {@return the limiter that gives the permits, for its metrics and events; empty for none} */
  public Optional<RateLimiter> limiter() {
    return Optional.ofNullable(limiter);
  }

  /** Like {@link #acquire(Duration)}, with the {@link #maxWait()} of this object. */
  public Permit acquire() {
    return acquire(maxWait);
  }

  /**
   * Waits for a permit on this thread.
   *
   * @throws PageturnerException.RateLimited if there is none within {@code bound}; at once, if that
   *     is certain
   * @throws PageturnerException.Cancelled if the thread is interrupted while it waits; the flag is
   *     set
   */
  public Permit acquire(Duration bound) {
    try {
      Entry entry = queue.acquire(1, bound, listener);
      Lease lease = entry.lease();
      if (lease == null) {
        throw refusal(entry, bound);
      }
      return new Permit(queue, lease);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled(
          "interrupted while waiting for a permit", interrupted, null);
    }
  }

  /** Like {@link #reserve(Duration, Waiter)}, with the {@link #maxWait()} of this object. */
  public Reservation reserve(Waiter waiter) {
    return reserve(maxWait, waiter);
  }

  /**
   * Asks for a permit without blocking. The waiter is called once, on this thread before this
   * returns if that can be decided now.
   */
  public Reservation reserve(Duration bound, Waiter waiter) {
    Objects.requireNonNull(waiter, "waiter");
    Entry entry = queue.request(bound, listener, decided -> decide(decided, bound, waiter));
    return () -> queue.cancel(entry);
  }

  private void decide(Entry entry, Duration bound, Waiter waiter) {
    Lease lease = entry.lease();
    if (lease == null) {
      waiter.refused(refusal(entry, bound));
    } else {
      waiter.granted(new Permit(queue, lease));
    }
  }

  private PageturnerException.RateLimited refusal(Entry entry, Duration bound) {
    Instant retryAt = queue.instant(entry.retryAt());
    return new PageturnerException.RateLimited(
        "no permit within " + bound + ", expected at " + retryAt, retryAt, null);
  }

  /**
   * Closes the gate for all who share this rate limit, a day at most. It never opens earlier than
   * it would have. Who would wait too long for that fails at once.
   */
  public void closeUntil(Instant instant) {
    queue.closeUntil(Objects.requireNonNull(instant, "instant"));
  }

  /**
   * Notes what a response said: closes the gate while the server wants no request, and keeps
   * requests back while those in flight may use up what it says remains.
   */
  public void observe(ServerHint hint) {
    queue.observe(Objects.requireNonNull(hint, "hint"));
  }

  /** {@return the limits, such as "50 per PT1S and 5000 per PT1H"} */
  @Override
  public String toString() {
    if (limits.isEmpty()) {
      return limiter == null ? "no limit" : "limiter " + limiter.getName();
    }
    return Limit.describe(limits);
  }
}
