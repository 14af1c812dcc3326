package dev.pageturner.async.internal;

import dev.pageturner.internal.walk.PageSpot;
import dev.pageturner.internal.walk.Steps;
import dev.pageturner.internal.walk.Steps.State;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A traversal as a pull. What has to wait for bytes of a page that is streamed is read elsewhere
 * and handed over.
 */
public final class StepsPull<T> implements Pull<T> {
  private final Run<T> run;
  private final Steps<T> steps;
  private final Executor blocking;
  private volatile Here here;
  private volatile boolean failed;
  private boolean over;

  /** After which item of which page the traversal is. Pages change rarely, counts often. */
  private static final class Here {
    private final PageSpot spot;
    private volatile long consumed;

    Here(PageSpot spot, long consumed) {
      this.spot = spot;
      this.consumed = consumed;
    }
  }

  /**
   * Pulls a traversal.
   *
   * @param open opens the traversal, which wakes as {@code wake} does
   * @param blocking where to wait for bytes
   * @param wake is run when there may be an element
   */
  StepsPull(Function<Run<T>, Steps<T>> open, Executor blocking, Runnable wake) {
    this.run = new Run<>(wake);
    this.steps = open.apply(run);
    this.blocking = blocking;
    this.here = new Here(steps.spot(), steps.consumed());
  }

  @Override
  public @Nullable T next() throws Exception {
    if (over) {
      return null;
    }
    try {
      return moveOn();
    } catch (Throwable e) {
      failed = true;
      throw e;
    }
  }

  private @Nullable T moveOn() throws Exception {
    // Asked before anything is taken: what was read until it stopped is there to be taken then.
    boolean running = run.isRunning();
    T read = run.take();
    if (read != null) {
      moveTo(run.spot(), run.consumed());
      return read;
    } else if (running) {
      return null;
    }
    return moved(run.isEnded() ? State.ENDED : steps.advance(false));
  }

  private @Nullable T moved(State state) {
    T element = null;
    switch (state) {
      case READY -> element = steps.take();
      case ENDED -> over = true;
      case BLOCKING -> run.begin(blocking, steps);
      case WAITING -> {}
    }
    if (state != State.BLOCKING) { // Another thread moves on by then.
      moveTo(steps.spot(), steps.consumed()); // Also behind what a filter refused.
    }
    return element;
  }

  @SuppressWarnings("ReferenceEquality") // All items of a page share one spot.
  private void moveTo(PageSpot spot, long consumed) {
    Here now = here;
    if (now.spot == spot) {
      now.consumed = consumed;
    } else {
      here = new Here(spot, consumed);
    }
  }

  @Override
  public boolean isOver() {
    if (!over && run.isIdle() && steps.isFull()) {
      moved(steps.advance(false));
    }
    return over;
  }

  /** {@return the checkpoint after the element that was given last; from any thread} */
  public Checkpoint checkpoint() {
    Here now = here;
    return now.spot.after(now.consumed);
  }

  /** {@return why the traversal ended; empty after an error, as nobody closed it} */
  public Optional<StopReason> stopReason() {
    return failed ? Optional.empty() : Optional.ofNullable(steps.reason());
  }

  /** {@return how far the end of the list can be believed; empty before it was reached} */
  public Optional<Verdict> verdict() {
    return steps.verdict();
  }

  @Override
  public void close() {
    over = true;
    steps.close();
  }
}
