package dev.pageturner.internal.time;

import java.time.Duration;

/** Calls back later, without a thread that waits. */
@FunctionalInterface
public interface Scheduler {
  /**
   * Runs {@code task} once, after {@code delay}, on a thread of the scheduler. The task must be
   * short: others wait for the same thread.
   *
   * @return cancels the task, if it has not begun; may be called at any time and more than once
   */
  Runnable schedule(Duration delay, Runnable task);

  /** {@return the timer that the JDK keeps for {@code CompletableFuture}: one daemon thread} */
  static Scheduler system() {
    return SystemTime::schedule;
  }
}
