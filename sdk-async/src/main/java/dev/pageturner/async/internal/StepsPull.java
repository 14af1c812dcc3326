package dev.pageturner.async.internal;

import dev.pageturner.internal.walk.Steps;
import dev.pageturner.internal.walk.Steps.Stand;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A traversal as a pull. What has to wait for bytes of a page that is streamed is done elsewhere,
 * one element at a time, and handed over.
 */
public final class StepsPull<T> implements Pull<T> {
  private final Steps<T> steps;
  private final Executor blocking;
  private final Runnable wake;
  private volatile Place place;
  private volatile @Nullable Outcome<T> outcome;
  private volatile boolean failed;
  private boolean reading;
  private boolean over;

  /** After which item of which page the traversal stands. Pages change rarely, counts often. */
  private static final class Place {
    private final Position position;
    private volatile long consumed;

    Place(Position position, long consumed) {
      this.position = position;
      this.consumed = consumed;
    }
  }

  /** What came of a step that was done elsewhere. */
  private record Outcome<T>(
      Stand stand,
      @Nullable T element,
      @Nullable Throwable failure,
      Position position,
      long consumed) {}

  /**
   * Pulls a traversal.
   *
   * @param steps the traversal, which wakes as {@code wake} does
   * @param blocking where to wait for bytes
   * @param wake is run when there may be an element
   */
  public StepsPull(Steps<T> steps, Executor blocking, Runnable wake) {
    this.steps = steps;
    this.blocking = blocking;
    this.wake = wake;
    this.place = new Place(steps.position(), steps.consumed());
  }

  @Override
  public @Nullable T next() throws Exception {
    if (over || (reading && outcome == null)) {
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
    Outcome<T> read = outcome;
    if (read != null) {
      reading = false;
      outcome = null;
      if (read.stand() != Stand.WAITING) {
        return taken(read);
      }
    }
    return moved(steps.advance(false));
  }

  private @Nullable T taken(Outcome<T> read) throws Exception {
    if (read.failure() != null) {
      throw Failed.exception(read.failure());
    }
    over = read.stand() == Stand.ENDED;
    stand(read.position(), read.consumed());
    return read.element();
  }

  private @Nullable T moved(Stand stand) {
    T element = null;
    switch (stand) {
      case READY -> element = steps.take();
      case ENDED -> over = true;
      case BLOCKING -> {
        reading = true;
        blocking.execute(this::read);
      }
      case WAITING -> {}
    }
    if (element != null || over) {
      stand(steps.position(), steps.consumed());
    }
    return element;
  }

  /** Runs elsewhere, while {@code reading} keeps everybody else off the steps. */
  private void read() {
    try {
      Stand stand = steps.advance(true);
      T element = stand == Stand.READY ? steps.take() : null;
      outcome = new Outcome<>(stand, element, null, steps.position(), steps.consumed());
    } catch (Throwable e) {
      outcome = new Outcome<>(Stand.ENDED, null, e, steps.position(), steps.consumed());
    }
    wake.run();
  }

  private void stand(Position position, long consumed) {
    Place now = place;
    if (now.position == position) {
      now.consumed = consumed;
    } else {
      place = new Place(position, consumed);
    }
  }

  @Override
  public boolean isOver() {
    if (!over && !reading && steps.isFull()) {
      moved(steps.advance(false));
    }
    return over;
  }

  /** {@return the checkpoint after the element that was given last; from any thread} */
  public Checkpoint checkpoint() {
    Place now = place;
    return steps.checkpoint(now.position, now.consumed);
  }

  Position position() {
    return place.position;
  }

  long consumed() {
    return place.consumed;
  }

  /** {@return why the traversal ended; empty after an error, as nobody closed it} */
  public Optional<StopReason> stopReason() {
    return failed ? Optional.empty() : Optional.ofNullable(steps.reason());
  }

  @Override
  public void close() {
    over = true;
    steps.close();
  }
}
