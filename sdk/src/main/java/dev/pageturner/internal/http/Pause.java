package dev.pageturner.internal.http;

import java.time.Duration;

/** How a blocking call waits; a test replaces it. */
@FunctionalInterface
public interface Pause {
  /**
   * Waits.
   *
   * @param wait how long
   * @param cancel ends the wait when it is cancelled
   * @throws InterruptedException if the thread is interrupted
   */
  void pause(Duration wait, CancelHandle cancel) throws InterruptedException;

  /** {@return the real thing} */
  static Pause real() {
    return (wait, cancel) -> cancel.await(wait);
  }
}
