package dev.pageturner.async.internal;

import org.jspecify.annotations.Nullable;

/** The first elements; nothing is asked for beyond them. */
public final class LimitedPull<T> implements Pull<T> {
  private final Pull<T> upstream;
  private long left;

  /** Limits a pull to {@code count} elements. */
  public LimitedPull(Pull<T> upstream, long count) {
    this.upstream = upstream;
    this.left = count;
  }

  @Override
  public @Nullable T next() throws Exception {
    if (left == 0) {
      return null;
    }
    T element = upstream.next();
    if (element != null) {
      left--;
    }
    return element;
  }

  @Override
  public boolean isOver() {
    return left == 0 || upstream.isOver();
  }

  @Override
  public void close() {
    upstream.close();
  }
}
