package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Leaves out the first items, when the first one behind them is asked for. */
final class SkippingIterator<T extends @Nullable Object> implements OperatorIterator<T> {
  private final GuardedIterator<T> source;
  private long remaining;

  SkippingIterator(Iterable<? extends T> source, long count) {
    this.source = GuardedIterator.over(source);
    this.remaining = count;
  }

  @Override
  public boolean hasNext() {
    while (remaining > 0 && source.hasNext()) {
      skipOne();
    }
    return source.hasNext();
  }

  private void skipOne() {
    try {
      source.next();
      remaining--;
    } catch (Throwable e) {
      if (source.isItemGone()) {
        remaining--;
      }
      throw e;
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return source.next();
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
