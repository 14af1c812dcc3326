package dev.pageturner.async.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The elements of several sequences, one sequence for each element of another, a number of them at
 * a time. Each open one is asked in turn; the next one is opened when none has anything now.
 */
public final class FlatMappedPull<T, R> implements Pull<R> {
  private final Pull<T> upstream;
  private final Function<? super T, Pull.Source<R>> function;
  private final int concurrency;
  private final Runnable wake;
  private final List<Pull<R>> open = new ArrayList<>();
  private int turn;

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
    do {
      R element = nextOfOpen();
      if (element != null) {
        return element;
      }
    } while (open.size() < concurrency && isNextOpened());
    return null;
  }

  private @Nullable R nextOfOpen() throws Exception {
    int asked = 0;
    while (asked < open.size()) {
      turn = turn % open.size();
      Pull<R> inner = open.get(turn);
      R element = inner.next();
      if (element == null && inner.isOver()) {
        open.remove(turn);
        inner.close();
        continue;
      }
      turn++;
      asked++;
      if (element != null) {
        return element;
      }
    }
    return null;
  }

  private boolean isNextOpened() throws Exception {
    T element = upstream.next();
    if (element == null) {
      return false;
    }
    Pull.Source<R> inner =
        Objects.requireNonNull(function.apply(element), "the function of flatMap gave null");
    open.add(inner.open(wake));
    return true;
  }

  @Override
  public boolean isOver() {
    return open.isEmpty() && upstream.isOver();
  }

  @Override
  public void close() {
    upstream.close();
    open.forEach(Pull::close);
    open.clear();
  }
}
