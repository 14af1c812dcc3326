package dev.pageturner.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The machine's clocks and the JDK's own timer. */
final class SystemTime implements Time {
  static final Time CLOCK = new SystemTime();

  private SystemTime() {}

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  static void sleep(Duration duration) throws InterruptedException {
    if (!duration.isNegative() && !duration.isZero()) {
      TimeUnit.NANOSECONDS.sleep(nanos(duration));
    }
  }

  static Runnable schedule(Duration delay, Runnable task) {
    // Completing the future early, as cancel does, also takes its entry out of the JDK's timer.
    CompletableFuture<Boolean> due = new CompletableFuture<>();
    CompletableFuture<Void> run = due.thenAccept(onTime -> runIf(onTime, task));
    due.completeOnTimeout(true, Math.max(0, nanos(delay)), TimeUnit.NANOSECONDS);
    return () -> {
      run.cancel(false);
      due.complete(false);
    };
  }

  private static void runIf(boolean onTime, Runnable task) {
    if (onTime) {
      task.run();
    }
  }

  /** Durations beyond 292 years, such as "for ever", become the longest that fits. */
  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException beyondLong) {
      return duration.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }
}
