package dev.pageturner.internal.rate;

import java.lang.System.Logger;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls of foreign code that wait to be made, in order and without a lock. One thread at a time
 * makes them; a call that leads to further ones does not nest, so the stack stays flat.
 */
final class Deliveries {
  private static final Logger LOG = System.getLogger(Deliveries.class.getPackageName());

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> calls = new ArrayDeque<>();
  private boolean delivering;

  void add(Runnable call) {
    lock.lock();
    try {
      calls.add(call);
    } finally {
      lock.unlock();
    }
  }

  /** Makes the calls, unless somebody is at it already, who then makes these too. */
  void deliver() {
    for (Runnable call = next(false); call != null; call = next(true)) {
      run(call);
    }
  }

  private @Nullable Runnable next(boolean mine) {
    lock.lock();
    try {
      if (delivering && !mine) {
        return null;
      }
      Runnable call = calls.poll();
      delivering = call != null;
      return call;
    } finally {
      lock.unlock();
    }
  }

  /** Foreign code that fails is named in the log and harms nobody else in the queue. */
  static void run(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | Error failure) {
      LOG.log(Logger.Level.WARNING, "a listener or waiter of a rate limit failed", failure);
    }
  }
}
