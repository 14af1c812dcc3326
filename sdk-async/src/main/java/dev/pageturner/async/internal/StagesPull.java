package dev.pageturner.async.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stages complete with, in the order of the elements that they are for, a number of them at a
 * time.
 *
 * <p>Each question takes one element of the source at least, if there is room, and more only while
 * the next stage is not done. Failures come in their turn: that of a stage behind the stages before
 * it, that of the source behind all stages. Once a stage has failed no other is begun.
 */
public final class StagesPull<T, R> implements Pull<R> {
  private final Pull<T> upstream;
  private final Function<? super T, ? extends CompletionStage<? extends @Nullable R>> function;
  private final int concurrency;
  private final Runnable wake;
  private final Deque<StagePull<R>> stages = new ArrayDeque<>();
  private final HeldFailure failureOfSource = new HeldFailure();

  /** Has up to {@code concurrency} stages at a time. */
  public StagesPull(
      Pull<T> upstream,
      Function<? super T, ? extends CompletionStage<? extends @Nullable R>> function,
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
      begin();
      StagePull<R> first = stages.peek();
      if (first == null) {
        failureOfSource.release();
        return null;
      } else if (!first.isDone()) {
        return null;
      }
      stages.remove();
      R element = first.next();
      if (element != null) {
        return element;
      }
    }
    wake.run();
    return null;
  }

  private void begin() {
    boolean begun = true;
    for (int i = 0; begun && hasRoom() && !(i > 0 && stages.element().isDone()); i++) {
      begun = isNextBegun();
    }
  }

  private boolean hasRoom() {
    return stages.size() < concurrency
        && !failureOfSource.isHeld()
        && stages.stream().noneMatch(StagePull::hasFailed);
  }

  private boolean isNextBegun() {
    T element = null;
    try {
      element = upstream.next();
    } catch (Throwable e) {
      failureOfSource.hold(e);
    }
    if (element == null) {
      return false;
    }
    stages.add(stage(element));
    return true;
  }

  private StagePull<R> stage(T element) {
    try {
      return new StagePull<>(function.apply(element), wake);
    } catch (Throwable e) { // In its turn.
      return new StagePull<>(CompletableFuture.<R>failedFuture(e), wake);
    }
  }

  @Override
  public boolean isOver() {
    return stages.isEmpty() && !failureOfSource.isHeld() && upstream.isOver();
  }

  @Override
  public void close() {
    List<StagePull<R>> left = List.copyOf(stages);
    stages.clear();
    try {
      upstream.close();
    } finally {
      Pulls.closeAll(left);
    }
  }
}
