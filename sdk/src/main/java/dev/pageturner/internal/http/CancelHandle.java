package dev.pageturner.internal.http;

import dev.pageturner.error.PageturnerException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Lets any thread end a call, be it waiting, sending or reading. */
public final class CancelHandle {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition cancellation = lock.newCondition();
  private @Nullable Call call;
  private boolean cancelled;

  /** Cancels the call under way and all that would follow. */
  public void cancel() {
    lock.lock();
    try {
      cancelled = true;
      cancellation.signalAll();
      if (call != null) {
        call.cancel();
      }
    } finally {
      lock.unlock();
    }
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

  /** Throws if the call was cancelled, or if the thread is interrupted, whose flag stays set. */
  void check(Exchange exchange) {
    if (isCancelled()) {
      throw new PageturnerException.Cancelled(
          "cancelled: " + exchange.shown(), null, exchange.info());
    } else if (Thread.currentThread().isInterrupted()) {
      throw new PageturnerException.Cancelled(
          "interrupted: " + exchange.shown(), null, exchange.info());
    }
  }

  private boolean isCancelled() {
    lock.lock();
    try {
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a time, or until the call is cancelled. */
  void await(Duration wait) throws InterruptedException {
    long left = wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (left > 0 && !cancelled) {
        left = cancellation.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
