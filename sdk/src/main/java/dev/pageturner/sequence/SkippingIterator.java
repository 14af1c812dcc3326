package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Leaves out the first items, when the first one behind them is asked for. */
final class SkippingIterator<T extends @Nullable Object> implements CloseableIterator<T> {
  private final CloseableIterator<T> source;
  private long remaining;

  SkippingIterator(Iterable<? extends T> source, long count) {
    this.source = GuardedIterator.over(source);
    this.remaining = count;
  }

  @Override
  public boolean hasNext() {
    while (remaining > 0 && source.hasNext()) {
      // Counted first: an item that fails is consumed, too.
      remaining--;
      source.next();
    }
    return source.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return source.next();
  }

  @Override
  public void close() {
    source.close();
  }
}
