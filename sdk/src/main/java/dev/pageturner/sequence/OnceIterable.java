package dev.pageturner.sequence;

import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one traversal that an iterator is good for; it is handed over, not kept. */
final class OnceIterable<T extends @Nullable Object> implements LazyIterable<T> {
  private final AtomicReference<@Nullable Iterator<? extends T>> iterator;

  OnceIterable(Iterator<? extends T> iterator) {
    this.iterator = new AtomicReference<>(Objects.requireNonNull(iterator, "iterator"));
  }

  @Override
  public CloseableIterator<T> iterator() {
    Iterator<? extends T> first = iterator.getAndSet(null);
    if (first == null) {
      throw new IllegalStateException(
          "this sequence can be iterated once, and was; keep its items with toList() to go over"
              + " them again");
    }
    return GuardedIterator.over(first);
  }
}
