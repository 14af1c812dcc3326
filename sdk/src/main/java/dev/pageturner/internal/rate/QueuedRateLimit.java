package dev.pageturner.internal.rate;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.rate.RateLimit;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The only kind of {@link RateLimit}: one caller's view of a queue for permits. Safe to share
 * between threads; views of the same queue serve one line.
 */
public final class QueuedRateLimit implements RateLimit {
  private static final Duration LEAST_PATIENCE = Duration.ofHours(1);

  private final PermitQueue queue;
  private final List<Limit> limits;
  private final @Nullable RateLimiter limiter;
  private final Duration maxWait;
  private final Consumer<Wait> listener;

  private QueuedRateLimit(
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

  /** {@return a rate limit as what it is, to take permits from} */
  public static QueuedRateLimit of(RateLimit limit) {
    // There is no other kind: the interface is sealed.
    return (QueuedRateLimit) limit;
  }

  /** {@return one of one limit} */
  public static QueuedRateLimit of(int permits, Duration period) {
    return of(List.of(new Limit(permits, period)), PermitQueue.Clockwork.SYSTEM);
  }

  static QueuedRateLimit of(List<Limit> limits, PermitQueue.Clockwork clockwork) {
    return of(PermitLogLimiter.of(limits, patience(limits), clockwork));
  }

  private static QueuedRateLimit of(PermitLogLimiter own) {
    return new QueuedRateLimit(own.queue(), own.limits(), own, patience(own.limits()), wait -> {});
  }

  /** {@return one without limits} */
  public static QueuedRateLimit none() {
    return none(PermitQueue.Clockwork.SYSTEM);
  }

  static QueuedRateLimit none(PermitQueue.Clockwork clockwork) {
    PermitQueue queue = new PermitQueue(new PermitLog(List.of()), Hooks.NONE, clockwork);
    return new QueuedRateLimit(queue, List.of(), null, LEAST_PATIENCE, wait -> {});
  }

  /** {@return one that takes the permits of a limiter} */
  public static QueuedRateLimit from(RateLimiter limiter) {
    return from(limiter, PermitQueue.Clockwork.SYSTEM);
  }

  static QueuedRateLimit from(RateLimiter limiter, PermitQueue.Clockwork clockwork) {
    if (limiter instanceof PermitLogLimiter own) {
      return of(own);
    }
    PermitQueue queue =
        new PermitQueue(new BorrowedAllowance(limiter), Hooks.completing(limiter), clockwork);
    return new QueuedRateLimit(queue, List.of(), limiter, LEAST_PATIENCE, wait -> {});
  }

  private static Duration patience(List<Limit> limits) {
    Duration longest = LEAST_PATIENCE;
    for (Limit limit : limits) {
      Duration two = limit.period().multipliedBy(2);
      longest = two.compareTo(longest) > 0 ? two : longest;
    }
    return longest;
  }

  @Override
  public QueuedRateLimit and(int permits, Duration period) {
    if (limits.isEmpty()) {
      throw new IllegalStateException("only limits made by RateLimit.of can be combined");
    }
    List<Limit> all = Limit.plus(limits, new Limit(permits, period));
    QueuedRateLimit combined = of(all, queue.clockwork()).listener(listener);
    return maxWait.equals(patience(limits)) ? combined : combined.maxWait(maxWait);
  }

  @Override
  public QueuedRateLimit maxWait(Duration maxWait) {
    if (maxWait.isNegative()) {
      throw new IllegalArgumentException("maxWait < 0: " + maxWait);
    }
    return new QueuedRateLimit(queue, limits, limiter, maxWait, listener);
  }

  @Override
  public Duration maxWait() {
    return maxWait;
  }

  @Override
  public QueuedRateLimit listener(Consumer<Wait> listener) {
    Consumer<Wait> both = this.listener.andThen(Objects.requireNonNull(listener, "listener"));
    return new QueuedRateLimit(queue, limits, limiter, maxWait, both);
  }

  @Override
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

  @Override
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
