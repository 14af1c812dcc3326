package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through one inner sequence after the other; each is opened when it is reached. */
final class FlatteningIterator<T extends @Nullable Object, R extends @Nullable Object>
    implements CloseableIterator<R> {
  private final CloseableIterator<T> source;
  private final Function<? super T, ? extends Iterable<? extends R>> function;
  private volatile CloseableIterator<R> inner = GuardedIterator.over(LazyIterable.<R>empty());
  private volatile boolean closed;

  FlatteningIterator(
      Iterable<? extends T> source, Function<? super T, ? extends Iterable<? extends R>> function) {
    this.source = GuardedIterator.over(source);
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    while (!inner.hasNext()) {
      if (!source.hasNext()) {
        return false;
      }
      open(function.apply(source.next()));
    }
    return true;
  }

  private void open(Iterable<? extends R> sequence) {
    Objects.requireNonNull(sequence, "the function gave null instead of a sequence");
    inner = GuardedIterator.over(sequence);
    if (closed) { // By another thread, in the meantime.
      inner.close();
    }
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return inner.next();
  }

  @Override
  public void close() {
    closed = true;
    try (source) {
      inner.close();
    }
  }
}
