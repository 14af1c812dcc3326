package dev.pageturner.internal.rate;

import dev.pageturner.internal.time.Nanos;
import io.github.resilience4j.ratelimiter.RateLimiter;

/**
 * The allowance of a resilience4j limiter that the application brought. Permits are reserved as
 * late as possible, one at a time for the first in line. What is reserved and then not used goes to
 * the next in line, within one period, since such a limiter takes nothing back.
 */
final class BorrowedAllowance implements Allowance {
  private static final long NONE = -1;

  private final RateLimiter limiter;
  private long ready = NONE;
  private int held;

  BorrowedAllowance(RateLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public long prepare(long now, int permits) {
    if (ready != NONE && now < Nanos.sum(ready, period())) {
      return Math.max(now, ready);
    }
    long at = reserve(now, permits);
    ready = at == NEVER ? NONE : at;
    return at;
  }

  private long reserve(long now, int permits) {
    try {
      long wait = limiter.reservePermission(permits);
      return wait < 0 ? NEVER : Nanos.sum(now, wait);
    } catch (UnsupportedOperationException countsOnly) {
      return poll(now, permits);
    }
  }

  /** resilience4j's limiter on a semaphore knows no reservations. */
  private long poll(long now, int permits) {
    boolean free = limiter.getMetrics().getAvailablePermissions() >= permits;
    return free && limiter.acquirePermission(permits) ? now : NEVER;
  }

  @Override
  public long earliest(long now, long ahead, int permits) {
    return Math.max(now, ready);
  }

  @Override
  public long expected(long now, long ahead, int permits) {
    return ready == NONE ? Nanos.sum(now, period()) : Math.max(now, ready);
  }

  @Override
  public long wake(long now, int permits) {
    return expected(now, 0, permits);
  }

  @Override
  public Lease take(long now, int permits) {
    ready = NONE;
    held += permits;
    return new Lease(permits, now);
  }

  @Override
  public void complete(Lease lease, long now) {
    held -= lease.end() ? lease.permits() : 0;
  }

  @Override
  public void giveBack(Lease lease, long now) {
    if (lease.end()) {
      held -= lease.permits();
      ready = ready == NONE ? now : ready;
    }
  }

  @Override
  public int held() {
    return held;
  }

  private long period() {
    return Nanos.of(limiter.getRateLimiterConfig().getLimitRefreshPeriod());
  }
}
