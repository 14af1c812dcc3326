package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Closes its source with the last item allowed, and never asks what comes after it. */
final class LimitedIterator<T extends @Nullable Object> implements CloseableIterator<T> {
  private final CloseableIterator<T> source;
  private long remaining;

  LimitedIterator(Iterable<? extends T> source, long limit) {
    this.source = GuardedIterator.over(source);
    this.remaining = limit;
  }

  @Override
  public boolean hasNext() {
    return remaining > 0 && source.hasNext();
  }

  @Override
  public T next() {
    if (remaining == 0) {
      throw new NoSuchElementException();
    }
    T item = source.next();
    remaining--;
    if (remaining == 0) {
      source.close();
    }
    return item;
  }

  @Override
  public void close() {
    source.close();
  }
}
