package dev.pageturner.async.internal;

import dev.pageturner.internal.walk.Steps;
import dev.pageturner.internal.walk.Steps.Stand;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
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
  private volatile Place place;
  private volatile boolean failed;
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
    this.place = new Place(steps.position(), steps.consumed());
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
      stand(run.position(), run.consumed());
      return read;
    } else if (running) {
      return null;
    }
    return moved(run.isEnded() ? Stand.ENDED : steps.advance(false));
  }

  private @Nullable T moved(Stand stand) {
    T element = null;
    switch (stand) {
      case READY -> element = steps.take();
      case ENDED -> over = true;
      case BLOCKING -> {
        run.begin();
        blocking.execute(() -> run.read(steps));
      }
      case WAITING -> {}
    }
    if (element != null || over) {
      stand(steps.position(), steps.consumed());
    }
    return element;
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
    if (!over && run.isIdle() && steps.isFull()) {
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
