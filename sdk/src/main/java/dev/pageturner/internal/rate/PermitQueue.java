package dev.pageturner.internal.rate;

import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.internal.time.Nanos;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.internal.time.Time;
import dev.pageturner.rate.RateLimit.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PermitLine} with a lock, a clock and a way to wait; safe to share. Threads that wait and
 * callers to be called stand in the same line.
 *
 * <p>It has no thread: the first thread in line keeps the time for all, and if only callers are in
 * line, one timer does. Nothing foreign is called while the lock is held, and nobody waits with it.
 */
final class PermitQueue {
  private final ReentrantLock lock = new ReentrantLock();
  private final Deliveries deliveries = new Deliveries();
  private final Clockwork clockwork;
  private final PermitLine line;
  private final Hooks hooks;
  private final long origin;
  private @Nullable Entry keeper;
  private long wakeAt = Allowance.NEVER;
  private long timerAt = Allowance.NEVER;
  private Runnable cancelTimer = () -> {};

  /** The clock, the way to wait for so many nanoseconds, and the way to be called later. */
  record Clockwork(Time time, LongConsumer park, Scheduler scheduler) {
    static final Clockwork SYSTEM =
        new Clockwork(Time.system(), LockSupport::parkNanos, Scheduler.system());
  }

  PermitQueue(Allowance allowance, Hooks hooks, Clockwork clockwork) {
    this.line = new PermitLine(allowance);
    this.hooks = hooks;
    this.clockwork = clockwork;
    this.origin = clockwork.time().nanoTime();
  }

  /**
   * Waits for permits on this thread.
   *
   * @return granted or refused
   * @throws InterruptedException at once when the thread is interrupted; the flag is cleared
   */
  Entry acquire(int permits, Duration maxWait, Consumer<Wait> listener)
      throws InterruptedException {
    Entry entry = Entry.blocking(permits, maxWait, listener);
    try {
      announce(entry, locked(now -> line.join(entry, now)));
      while (entry.isPending()) {
        park(entry);
        locked(now -> settled(now));
      }
    } finally {
      Lease lease = entry.lease();
      hooks.acquired(permits, lease != null);
    }
    return entry;
  }

  private void park(Entry entry) throws InterruptedException {
    long nanos = nanosToPark(entry);
    if (nanos > 0) {
      clockwork.park().accept(nanos);
    }
    if (Thread.interrupted()) {
      abandon(entry);
      throw new InterruptedException();
    }
  }

  /**
   * What happens to an entry unparks its thread, but a lock that has to be waited for swallows
   * that. So the last look, here, and the parking have no other lock between them.
   */
  private long nanosToPark(Entry entry) {
    lock.lock();
    try {
      long until = entry == keeper ? Math.min(wakeAt, entry.deadline()) : entry.deadline();
      return entry.isPending() ? until - now() : 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks for a permit without waiting; {@code decided} is called once, maybe before this returns.
   */
  Entry request(Duration maxWait, Consumer<Wait> listener, Consumer<Entry> decided) {
    Entry entry = Entry.calling(maxWait, decided, listener);
    announce(entry, locked(now -> line.join(entry, now)));
    return entry;
  }

  /**
   * Leaves the line.
   *
   * @return whether it was in time: nothing was decided, and nobody will be called
   */
  boolean cancel(Entry entry) {
    return locked(now -> line.leave(entry, now));
  }

  /** Leaves the line, or gives back what was granted in the same moment. */
  private void abandon(Entry entry) {
    if (!cancel(entry)) {
      Lease lease = entry.lease();
      if (lease != null) {
        giveBack(lease);
      }
    }
  }

  /**
   * Ends a lease: its request completed, with an error or a response, which said something or not.
   */
  void complete(Lease lease, @Nullable ServerHint hint, @Nullable Throwable error) {
    if (hint != null) {
      observe(hint);
    }
    locked(now -> {
      line.complete(lease, hint != null && hint.tellsRemaining(), now);
      return lease;
    });
    hooks.completed(error);
  }

  /** Ends a lease: no request was sent. */
  void giveBack(Lease lease) {
    locked(now -> {
      line.giveBack(lease, now);
      return lease;
    });
  }

  void closeUntil(Instant instant) {
    Duration left = Duration.between(clockwork.time().now(), instant);
    locked(now -> announceClosed(line.close(now, Nanos.sum(now, Nanos.of(left))), now));
  }

  void observe(ServerHint hint) {
    locked(now -> announceClosed(line.observe(now, hint), now));
  }

  private List<Entry> announceClosed(List<Entry> longer, long now) {
    Wait wait = line.closed(now);
    longer.forEach(entry -> deliveries.add(() -> entry.listener().accept(wait)));
    return longer;
  }

  private static void announce(Entry entry, @Nullable Wait wait) {
    if (wait != null) {
      Deliveries.run(() -> entry.listener().accept(wait));
    }
  }

  Instant instant(long at) {
    return locked(now -> clockwork.time().now().plusNanos(Math.max(0, at - now)));
  }

  /** Does something with the line, and then what follows from it. */
  <T extends @Nullable Object> T locked(LongFunction<T> action) {
    T result;
    lock.lock();
    try {
      long now = now();
      result = action.apply(now);
      tell(line.takeDecided());
      keepTime(now);
    } finally {
      lock.unlock();
    }
    deliveries.deliver();
    return result;
  }

  private long now() {
    return clockwork.time().nanoTime() - origin;
  }

  private boolean settled(long now) {
    line.settle(now);
    return true;
  }

  private void tell(List<Entry> decided) {
    for (Entry entry : decided) {
      if (entry.thread() != null) {
        LockSupport.unpark(entry.thread());
      } else {
        deliveries.add(() -> hooks.acquired(entry.permits(), entry.lease() != null));
        deliveries.add(() -> entry.decided().accept(entry));
      }
    }
  }

  private void keepTime(long now) {
    Entry first = line.keeper();
    long wake = line.wake(now);
    if (first != null && (first != keeper || wake < wakeAt)) {
      LockSupport.unpark(first.thread());
    }
    keeper = first;
    wakeAt = wake;
    boolean callerFirst = first != null && first.isCaller();
    setTimer(callerFirst ? Math.min(wake, line.callersDeadline()) : line.callersDeadline(), now);
  }

  /** A timer that is too early does no harm: it looks, and is set again. */
  private void setTimer(long at, long now) {
    if (at < timerAt || at == Allowance.NEVER) {
      cancelTimer.run();
      cancelTimer = () -> {};
      timerAt = at;
      if (at != Allowance.NEVER) {
        Duration delay = Duration.ofNanos(at - now);
        cancelTimer = clockwork.scheduler().schedule(delay, this::timer);
      }
    }
  }

  private void timer() {
    locked(now -> {
      timerAt = Allowance.NEVER;
      return settled(now);
    });
  }

  PermitLine line() {
    return line;
  }

  Clockwork clockwork() {
    return clockwork;
  }
}
