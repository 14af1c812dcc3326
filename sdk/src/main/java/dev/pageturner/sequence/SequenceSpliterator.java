package dev.pageturner.sequence;

import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives out one item at a time and never splits. The JDK's own one, made from an iterator, takes
 * 1,024 items and more at once when a stream is parallel.
 */
final class SequenceSpliterator<T extends @Nullable Object> implements Spliterator<T> {
  private final CloseableIterator<T> source;

  SequenceSpliterator(CloseableIterator<T> source) {
    this.source = source;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (!source.hasNext()) {
      return false;
    }
    action.accept(source.next());
    return true;
  }

  // Nobody goes on after this, so that a failure may close the source even without a close().
  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    try (source) {
      source.forEachRemaining(action);
    }
  }

  @Override
  public @Nullable Spliterator<T> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED;
  }
}
