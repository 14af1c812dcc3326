package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Closes its source with the last item allowed, and never asks what comes after it. */
final class LimitedIterator<T extends @Nullable Object> implements OperatorIterator<T> {
  private final GuardedIterator<T> source;
  private long remaining;
  private @Nullable RuntimeException closeFailure;

  LimitedIterator(Iterable<? extends T> source, long limit) {
    this.source = GuardedIterator.over(source);
    this.remaining = limit;
  }

  @Override
  public boolean hasNext() {
    RuntimeException failure = closeFailure;
    if (failure != null) {
      closeFailure = null;
      throw failure;
    }
    return remaining > 0 && source.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T item = source.next();
    remaining--;
    if (remaining == 0) {
      closeBehindLast();
    }
    return item;
  }

  /** The last item goes out first: it was taken, and does not come again. */
  private void closeBehindLast() {
    try {
      source.close();
    } catch (RuntimeException e) {
      closeFailure = e;
    }
  }

  @Override
  public boolean isItemGone() {
    return source.isItemGone();
  }

  @Override
  public void close() {
    source.close();
  }
}
