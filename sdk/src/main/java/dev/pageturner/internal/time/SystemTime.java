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

  static Runnable schedule(Duration delay, Runnable task) {
    // Completing the future early, as cancel does, also takes its entry out of the JDK's timer.
    CompletableFuture<Boolean> due = new CompletableFuture<>();
    CompletableFuture<Void> run = due.thenAccept(onTime -> runIf(onTime, task));
    due.completeOnTimeout(true, Math.max(0, Nanos.of(delay)), TimeUnit.NANOSECONDS);
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
}
