package dev.pageturner.openapi.cli.listing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run from outside, between two items. The thread of the run is interrupted only while it
 * fetches: an interrupt while it writes would close the file under it. Safe for threads.
 */
public final class Stop {
  private final Object lock = new Object();
  private boolean requested;
  private @Nullable Thread fetching;

  /** Starts without a request to stop. */
  public Stop() {}

  /** Asks the run to end. */
  public void request() {
    synchronized (lock) {
      requested = true;
      lock.notifyAll();
      if (fetching != null) {
        fetching.interrupt();
      }
    }
  }

  /** {@return whether the run was asked to end} */
  public boolean isRequested() {
    synchronized (lock) {
      return requested;
    }
  }

  /** Waits for the request to stop, for what runs until then. */
  public void await() throws InterruptedException {
    synchronized (lock) {
      while (!requested) {
        lock.wait();
      }
    }
  }

  /** {@return what is fetched, or null where the run was asked to end before} */
  public <T> @Nullable T unlessRequested(Supplier<@Nullable T> fetch) {
    synchronized (lock) {
      if (requested) {
        return null;
      }
      fetching = Thread.currentThread();
    }
    try {
      return fetch.get();
    } finally {
      synchronized (lock) {
        fetching = null;
        if (requested) {
          // It was for the fetching alone.
          Thread.interrupted();
        }
      }
    }
  }
}
