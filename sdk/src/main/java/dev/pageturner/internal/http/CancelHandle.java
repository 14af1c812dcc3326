package dev.pageturner.internal.http;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.time.Nanos;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Lets any thread end a call, be it waiting, sending or reading. */
public final class CancelHandle {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private @Nullable Call call;
  private Runnable action = () -> {};
  private boolean cancelled;

  /** Whom to interrupt, and whether that was done. */
  private @Nullable Thread waiting;

  private boolean interrupted;

  /** Work of others that may wait, interruptibly: for a token, say. */
  @FunctionalInterface
  interface Waiting<V> {
    V get() throws IOException;
  }

  /** Cancels the call under way and all that would follow. */
  public void cancel() {
    Runnable told;
    lock.lock();
    try {
      cancelled = true;
      change.signalAll();
      if (call != null) {
        call.cancel();
      }
      if (waiting != null && !interrupted) {
        interrupted = true;
        waiting.interrupt();
      }
      told = action;
      action = () -> {};
    } finally {
      lock.unlock();
    }
    told.run();
  }

  /** Runs an action once when it is cancelled, at once if it was; it takes the last one's place. */
  public void onCancel(Runnable action) {
    lock.lock();
    try {
      if (!cancelled) {
        this.action = action;
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  /** Takes note of the request that is under way now. */
  void sending(Call call) {
    lock.lock();
    try {
      this.call = call;
      if (cancelled) {
        call.cancel();
      }
    } finally {
      lock.unlock();
    }
  }

  /** {@return what others give; to cancel interrupts them, which leaves no flag behind} */
  <V> V interruptibly(Waiting<V> work) throws IOException {
    lock.lock();
    try {
      if (cancelled) {
        throw new InterruptedIOException("cancelled");
      }
      waiting = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    try {
      return work.get();
    } finally {
      endWaiting();
    }
  }

  private void endWaiting() {
    lock.lock();
    try {
      waiting = null;
      if (interrupted) {
        interrupted = false;
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Throws if the call was cancelled, or if the thread is interrupted, whose flag stays set. */
  void check(CallExchange exchange) {
    if (isCancelled() || Thread.currentThread().isInterrupted()) {
      throw cancelled(exchange);
    }
  }

  /** {@return the error of a call that was cancelled, or whose thread was interrupted} */
  public PageturnerException cancelled(CallExchange exchange) {
    String what = isCancelled() ? "cancelled: " : "interrupted: ";
    return new PageturnerException.Cancelled(what + exchange.shown(), null, exchange.info());
  }

  /** {@return whether it was cancelled} */
  public boolean isCancelled() {
    lock.lock();
    try {
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a condition holds, of which {@link #signal} tells, or the call is cancelled. */
  void awaitUntil(BooleanSupplier condition) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean() && !cancelled) {
        change.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says that what somebody waits for may have come. */
  void signal() {
    lock.lock();
    try {
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a time, or until the call is cancelled. */
  void await(Duration wait) throws InterruptedException {
    long left = Nanos.of(wait);
    lock.lockInterruptibly();
    try {
      while (left > 0 && !cancelled) {
        left = change.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
