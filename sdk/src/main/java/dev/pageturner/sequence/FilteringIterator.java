package dev.pageturner.sequence;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gives out the items that a predicate, which may have a memory, lets pass. */
final class FilteringIterator<T extends @Nullable Object> extends LookaheadIterator<T> {
  private final CloseableIterator<T> source;
  private final Predicate<? super T> pass;

  FilteringIterator(Iterable<? extends T> source, Predicate<? super T> pass) {
    this.source = GuardedIterator.over(source);
    this.pass = pass;
  }

  @Override
  boolean search() {
    while (source.hasNext()) {
      T item = source.next();
      if (pass.test(item)) {
        return found(item);
      }
    }
    return false;
  }

  @Override
  void release() {
    source.close();
  }
}
