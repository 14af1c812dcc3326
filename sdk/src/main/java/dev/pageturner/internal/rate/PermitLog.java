package dev.pageturner.internal.rate;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A log of completions: a permit is held while its request is in flight and comes back one period
 * after the completion. A server receives a request before it completes, so two uses of one permit
 * reach the server at least one period apart, however long either was on its way; with n permits,
 * no window of one period can hold more than n. That takes no clock but ours.
 *
 * <p>Several limits are held at once: a permit is one of each.
 */
final class PermitLog implements Allowance {
  /** A permit counts as completed by then, whatever became of it. */
  private static final long LONGEST_LEASE = Duration.ofMinutes(1).toNanos();

  private final List<Window> windows;
  private final long shortestPeriod;
  private final Set<Lease> leases = new LinkedHashSet<>();
  private int held;
  private long latency;

  /**
   * Creates one with all permits free.
   *
   * @param windows the limits, none to have no limit
   */
  PermitLog(List<Window> windows) {
    this.windows = List.copyOf(windows);
    this.shortestPeriod = windows.stream().mapToLong(Window::period).min().orElse(LONGEST_LEASE);
    // Until a request was seen to complete: a guess, only for what is told, never for a decision.
    this.latency = shortestPeriod / 10;
  }

  @Override
  public long prepare(long now, int permits) {
    return earliest(now, 0, permits);
  }

  @Override
  public long earliest(long now, long ahead, int permits) {
    return latest(now, permits, w -> w.availableAt(now, ahead + permits, held, 0));
  }

  @Override
  public long expected(long now, long ahead, int permits) {
    return latest(now, permits, w -> w.availableAt(now, ahead + permits, held, latency));
  }

  @Override
  public long wake(long now, int permits) {
    long expiry = leases.isEmpty() ? now : leases.iterator().next().since() + LONGEST_LEASE;
    return latest(now, permits, w -> w.knownAt(now, permits, held, expiry));
  }

  private long latest(long now, int permits, ToLongFunction<Window> instant) {
    tick(now);
    long latest = now;
    for (Window window : windows) {
      latest = Math.max(latest, permits > window.limit() ? NEVER : instant.applyAsLong(window));
    }
    return latest;
  }

  @Override
  public Lease take(long now, int permits) {
    Lease lease = new Lease(permits, now);
    leases.add(lease);
    held += permits;
    return lease;
  }

  @Override
  public void complete(Lease lease, long now) {
    tick(now);
    if (remove(lease)) {
      long took = Math.min(now - lease.since(), shortestPeriod);
      latency = Math.max(took, latency - latency / 8);
      windows.forEach(window -> window.completed(now, lease.permits()));
    }
  }

  @Override
  public void giveBack(Lease lease, long now) {
    tick(now);
    remove(lease);
  }

  @Override
  public int held() {
    return held;
  }

  /** {@return the permits that can be taken now; below zero after a limit was lowered} */
  int free(long now) {
    tick(now);
    int free = Integer.MAX_VALUE;
    for (Window window : windows) {
      free = Math.min(free, window.free(held));
    }
    return free;
  }

  /**
   * Uses up what is free: it comes back one period from now.
   *
   * @return the permits that were used up
   */
  int drain(long now) {
    int free = windows.isEmpty() ? 0 : Math.max(0, free(now));
    windows.forEach(window -> window.completed(now, free));
    return free;
  }

  /** Changes the first limit. */
  void limit(int limit) {
    windows.get(0).limit(limit);
  }

  private void tick(long now) {
    expireLeases(now);
    windows.forEach(window -> window.tick(now));
  }

  /** The oldest come first, so that instants are noted in order. */
  private void expireLeases(long now) {
    for (Iterator<Lease> all = leases.iterator(); all.hasNext(); ) {
      Lease oldest = all.next();
      long expiry = oldest.since() + LONGEST_LEASE;
      if (expiry > now) {
        return;
      }
      all.remove();
      oldest.end();
      held -= oldest.permits();
      windows.forEach(window -> window.completed(expiry, oldest.permits()));
    }
  }

  private boolean remove(Lease lease) {
    boolean ended = lease.end();
    if (ended) {
      leases.remove(lease);
      held -= lease.permits();
    }
    return ended;
  }
}
