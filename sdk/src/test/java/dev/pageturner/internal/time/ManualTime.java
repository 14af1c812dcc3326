package dev.pageturner.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Time that stands still until a test moves it. What was scheduled runs on the thread that moves
 * it, in order of its time. Safe to share between threads.
 */
public final class ManualTime implements Time, Scheduler {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
  private final Instant start;
  private final long origin;
  private final long tick;
  private long elapsed;
  private long numbers;

  private record Task(long at, long number, Runnable run) {}

  /** Starts at the beginning of a day in 2026, and near the overflow of {@code nanoTime}. */
  public ManualTime() {
    this(Duration.ZERO);
  }

  /** Like a real clock it is later at each reading, by {@code tick}. */
  public ManualTime(Duration tick) {
    this.start = Instant.parse("2026-03-01T12:00:00Z");
    this.origin = Long.MAX_VALUE - 1_000_000;
    this.tick = tick.toNanos();
  }

  @Override
  public synchronized long nanoTime() {
    elapsed += tick;
    return origin + elapsed;
  }

  @Override
  public synchronized Instant now() {
    return start.plusNanos(elapsed);
  }

  /** {@return how far time was moved} */
  public synchronized Duration elapsed() {
    return Duration.ofNanos(elapsed);
  }

  /** {@return the number of tasks that wait to be run} */
  public synchronized int scheduled() {
    return tasks.size();
  }

  /** Moves time on and runs on this thread what becomes due on the way. */
  public void advance(Duration duration) {
    long end;
    synchronized (this) {
      end = elapsed + duration.toNanos();
    }
    for (Task task = nextUntil(end); task != null; task = nextUntil(end)) {
      task.run().run();
    }
    moveTo(end);
  }

  @Override
  public synchronized Runnable schedule(Duration delay, Runnable run) {
    Task task = new Task(Nanos.sum(elapsed, Math.max(0, Nanos.of(delay))), numbers++, run);
    tasks.add(task);
    return () -> cancel(task);
  }

  private synchronized void cancel(Task task) {
    tasks.remove(task);
  }

  private synchronized Task nextUntil(long end) {
    Task first = tasks.peek();
    if (first == null || first.at() > end) {
      return null;
    }
    moveTo(first.at());
    return tasks.remove();
  }

  private synchronized void moveTo(long nanos) {
    elapsed = Math.max(elapsed, nanos);
  }
}
