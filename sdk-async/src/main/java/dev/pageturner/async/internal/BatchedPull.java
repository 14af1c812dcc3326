package dev.pageturner.async.internal;

import dev.pageturner.internal.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements in lists: full ones, the last one, and those whose first element has waited long enough.
 * The last one comes before the failure, too, if there is one.
 */
public final class BatchedPull<T> implements Pull<List<T>> {
  private final Pull<T> upstream;
  private final int size;
  private final @Nullable Duration age;
  private final Scheduler scheduler;
  private final Runnable wake;
  private List<T> batch = new ArrayList<>();
  private final HeldFailure failure = new HeldFailure();
  private @Nullable Age waiting;

  /**
   * Batches a pull.
   *
   * @param size the elements of a full batch
   * @param age how long an element waits at most, null for as long as it takes
   */
  public BatchedPull(
      Pull<T> upstream, int size, @Nullable Duration age, Scheduler scheduler, Runnable wake) {
    this.upstream = upstream;
    this.size = size;
    this.age = age;
    this.scheduler = scheduler;
    this.wake = wake;
  }

  /** The time that a batch has been waiting. */
  private static final class Age {
    private volatile boolean over;
    private Runnable cancel = () -> {};
  }

  @Override
  public @Nullable List<T> next() throws Exception {
    failure.release();
    try {
      return isFilled() ? hand() : null;
    } catch (Throwable e) {
      failure.hold(e);
    }
    if (batch.isEmpty()) {
      failure.release();
    }
    return hand();
  }

  private boolean isFilled() throws Exception {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      if (batch.size() >= size || isOld()) {
        return true;
      }
      T element = upstream.next();
      if (element == null) {
        return !batch.isEmpty() && (upstream.isOver() || isOld());
      }
      add(element);
    }
    wake.run();
    return false;
  }

  private void add(T element) {
    batch.add(element);
    if (age != null && waiting == null) {
      Age since = new Age();
      waiting = since;
      since.cancel = scheduler.schedule(age, () -> {
        since.over = true;
        wake.run();
      });
    }
  }

  private boolean isOld() {
    return waiting != null && waiting.over;
  }

  private List<T> hand() {
    List<T> full = List.copyOf(batch);
    batch = new ArrayList<>();
    stopWaiting();
    return full;
  }

  private void stopWaiting() {
    if (waiting != null) {
      waiting.cancel.run();
      waiting = null;
    }
  }

  @Override
  public boolean isOver() {
    return batch.isEmpty() && !failure.isHeld() && upstream.isOver();
  }

  @Override
  public void close() {
    stopWaiting();
    upstream.close();
  }
}
