package dev.pageturner.sequence;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies a function to each item as it is taken, not when it is asked about. */
final class MappingIterator<T extends @Nullable Object, R extends @Nullable Object>
    implements CloseableIterator<R> {
  private final CloseableIterator<T> source;
  private final Function<? super T, ? extends R> function;

  MappingIterator(Iterable<? extends T> source, Function<? super T, ? extends R> function) {
    this.source = GuardedIterator.over(source);
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public R next() {
    return function.apply(source.next());
  }

  @Override
  public void close() {
    source.close();
  }
}
