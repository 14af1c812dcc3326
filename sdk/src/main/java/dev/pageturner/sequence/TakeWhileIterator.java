package dev.pageturner.sequence;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ends before the first item that fails a predicate; that item is taken from the source. */
final class TakeWhileIterator<T extends @Nullable Object> extends LookaheadIterator<T> {
  private final CloseableIterator<T> source;
  private final Predicate<? super T> predicate;

  TakeWhileIterator(Iterable<? extends T> source, Predicate<? super T> predicate) {
    this.source = GuardedIterator.over(source);
    this.predicate = predicate;
  }

  @Override
  boolean search() {
    if (!source.hasNext()) {
      return false;
    }
    T item = source.next();
    return predicate.test(item) && found(item);
  }

  @Override
  void release() {
    source.close();
  }
}
