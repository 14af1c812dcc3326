package dev.pageturner.internal.rate;

import dev.pageturner.internal.time.Nanos;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Permits whose holders can not be told apart: resilience4j's interface says that a request has
 * completed, not which. The oldest is meant; in sum that is right.
 */
final class AnonymousLeases {
  private final PermitQueue queue;
  private final PermitLine line;
  private final Deque<Lease> leases = new ArrayDeque<>();

  AnonymousLeases(PermitQueue queue) {
    this.queue = queue;
    this.line = queue.line();
  }

  /**
   * Keeps a lease, if there is one.
   *
   * @return whether there is
   */
  boolean keep(@Nullable Lease lease) {
    return lease != null && queue.locked(now -> add(lease));
  }

  private boolean add(Lease lease) {
    removeExpired();
    return leases.add(lease);
  }

  /** {@return the nanoseconds after which permits may be used, -1 if that is more than bound} */
  long reserve(int permits, Duration bound) {
    return queue.locked(now -> reserve(permits, Nanos.sum(now, Nanos.of(bound)), now));
  }

  private long reserve(int permits, long deadline, long now) {
    line.settle(now);
    long at = line.expected(now, line.permitsInLine(), permits);
    if (at == Allowance.NEVER || at > deadline) {
      return -1;
    }
    line.join(Entry.promise(permits, at, this::kept), now);
    return at - now;
  }

  private void kept(Entry entry) {
    Lease lease = entry.lease();
    if (lease != null) {
      add(lease);
    }
  }

  /** Ends the oldest: its request completed. */
  void completeOldest() {
    queue.locked(this::completeOldest);
  }

  private boolean completeOldest(long now) {
    line.settle(now);
    removeExpired();
    if (leases.isEmpty()) {
      line.takeFirstPromise(now);
    }
    Lease oldest = leases.poll();
    if (oldest != null) {
      line.complete(oldest, false, now);
    }
    return oldest != null;
  }

  /** Ends the newest of that many permits: no request was sent. */
  void release(int permits) {
    queue.locked(now -> release(permits, now));
  }

  private boolean release(int permits, long now) {
    line.settle(now);
    Entry promise = line.lastPromise(permits);
    if (promise != null) {
      return line.leave(promise, now);
    }
    Lease newest = newest(permits);
    if (newest != null) {
      leases.remove(newest);
      line.giveBack(newest, now);
    }
    return newest != null;
  }

  private @Nullable Lease newest(int permits) {
    for (Iterator<Lease> all = leases.descendingIterator(); all.hasNext(); ) {
      Lease lease = all.next();
      if (lease.permits() == permits) {
        return lease;
      }
    }
    return null;
  }

  private void removeExpired() {
    leases.removeIf(Lease::isOver);
  }
}
