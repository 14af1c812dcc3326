package dev.pageturner.sequence;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies a function to each item as it is taken, not when it is asked about. */
final class MappingIterator<T extends @Nullable Object, R extends @Nullable Object>
    implements OperatorIterator<R> {
  private final GuardedIterator<T> source;
  private final Function<? super T, ? extends R> function;
  private boolean taken;

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
    taken = false;
    T item = source.next();
    taken = true;
    return function.apply(item);
  }

  @Override
  public boolean isItemGone() {
    return taken || source.isItemGone();
  }

  @Override
  public void close() {
    source.close();
  }
}
