package dev.pageturner.internal.time;

import java.time.Duration;

/** Waits on the calling thread. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Returns after {@code duration}, at once if it is zero or less.
   *
   * @throws InterruptedException as soon as the thread is interrupted; the flag is cleared
   */
  void sleep(Duration duration) throws InterruptedException;

  /** {@return the thread's own sleep} */
  static Sleeper system() {
    return SystemTime::sleep;
  }
}
