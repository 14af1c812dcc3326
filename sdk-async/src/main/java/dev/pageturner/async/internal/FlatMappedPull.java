package dev.pageturner.async.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The elements of several sequences, one sequence for each element of another, a number of them at
 * a time. Each open one is asked in turn; the next one is opened when none has anything now.
 *
 * <p>Failures wait for what came before them. That of the source waits until the open sequences are
 * over: where it says to go on is behind their elements. That of an open sequence waits until each
 * of the others was asked once more for what it has by then.
 */
public final class FlatMappedPull<T, R> implements Pull<R> {
  private final Pull<T> upstream;
  private final Function<? super T, Pull.Source<R>> function;
  private final int concurrency;
  private final Runnable wake;
  private final List<Pull<R>> open = new ArrayList<>();
  private final HeldFailure failureOfSource = new HeldFailure();
  private final HeldFailure failureOfOpen = new HeldFailure();
  private int turn;
  private int unasked;

  /** Opens up to {@code concurrency} sequences at a time. */
  public FlatMappedPull(
      Pull<T> upstream,
      Function<? super T, Pull.Source<R>> function,
      int concurrency,
      Runnable wake) {
    this.upstream = upstream;
    this.function = function;
    this.concurrency = concurrency;
    this.wake = wake;
  }

  @Override
  public @Nullable R next() throws Exception {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      R element = nextOfOpen();
      if (element != null) {
        return element;
      } else if (open.size() >= concurrency || !isNextOpened()) {
        return null;
      }
    }
    wake.run();
    return null;
  }

  private @Nullable R nextOfOpen() throws Exception {
    int left = failureOfOpen.isHeld() ? unasked : open.size();
    while (left > 0) {
      boolean sound = !failureOfOpen.isHeld();
      R element = askNext();
      left = sound && failureOfOpen.isHeld() ? open.size() : left - 1;
      if (element != null) {
        unasked = left;
        return element;
      }
    }
    failureOfOpen.release();
    return null;
  }

  /** {@return what the next open sequence has now; one that is over is let go of} */
  private @Nullable R askNext() {
    turn = turn % open.size();
    Pull<R> inner = open.get(turn);
    try {
      R element = inner.next();
      if (element != null || !inner.isOver()) {
        turn++;
        return element;
      }
    } catch (Throwable e) {
      failureOfOpen.hold(e);
    }
    open.remove(turn);
    try {
      inner.close();
    } catch (RuntimeException e) {
      failureOfOpen.hold(e);
    }
    return null;
  }

  private boolean isNextOpened() throws Exception {
    T element = nextOfSource();
    if (element == null) {
      return false;
    }
    open.add(function.apply(element).open(wake));
    return true;
  }

  private @Nullable T nextOfSource() throws Exception {
    if (!failureOfSource.isHeld()) {
      try {
        return upstream.next();
      } catch (Throwable e) {
        failureOfSource.hold(e);
      }
    }
    if (open.isEmpty()) {
      failureOfSource.release();
    }
    return null;
  }

  @Override
  public boolean isOver() {
    boolean failed = failureOfSource.isHeld() || failureOfOpen.isHeld();
    return open.isEmpty() && !failed && upstream.isOver();
  }

  @Override
  public void close() {
    List<Pull<R>> left = List.copyOf(open);
    open.clear();
    try {
      upstream.close();
    } finally {
      Pulls.closeAll(left);
    }
  }
}
