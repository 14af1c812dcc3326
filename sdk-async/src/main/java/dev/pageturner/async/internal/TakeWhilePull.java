package dev.pageturner.async.internal;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The elements before the first one that a predicate refuses. */
public final class TakeWhilePull<T> implements Pull<T> {
  private final Pull<T> upstream;
  private final Predicate<? super T> predicate;
  private boolean refused;

  /** Takes from a pull while its elements pass. */
  public TakeWhilePull(Pull<T> upstream, Predicate<? super T> predicate) {
    this.upstream = upstream;
    this.predicate = predicate;
  }

  @Override
  public @Nullable T next() throws Exception {
    if (refused) {
      return null;
    }
    T element = upstream.next();
    refused = element != null && !predicate.test(element);
    return refused ? null : element;
  }

  @Override
  public boolean isOver() {
    return refused || upstream.isOver();
  }

  @Override
  public void close() {
    upstream.close();
  }
}
