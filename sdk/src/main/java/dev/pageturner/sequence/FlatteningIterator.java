package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through one inner sequence after the other; each is opened when it is reached. */
final class FlatteningIterator<T extends @Nullable Object, R extends @Nullable Object>
    implements OperatorIterator<R> {
  private final CloseableIterator<T> source;
  private final Function<? super T, ? extends Iterable<? extends R>> function;
  private volatile GuardedIterator<R> inner = GuardedIterator.over(LazyIterable.<R>empty());
  private @Nullable Iterable<? extends R> reached;
  private volatile boolean closed;

  FlatteningIterator(
      Iterable<? extends T> source, Function<? super T, ? extends Iterable<? extends R>> function) {
    this.source = GuardedIterator.over(source);
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    while (!inner.hasNext()) {
      Iterable<? extends R> sequence = reach();
      if (sequence == null) {
        return false;
      }
      // Stays reached until it is open: a sequence that cannot be opened is not left out.
      open(sequence);
      reached = null;
    }
    return true;
  }

  private @Nullable Iterable<? extends R> reach() {
    if (reached == null && source.hasNext()) {
      reached = Objects.requireNonNull(
          function.apply(source.next()), "the function gave null instead of a sequence");
    }
    return reached;
  }

  private void open(Iterable<? extends R> sequence) {
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
  public boolean isItemGone() {
    return inner.isItemGone();
  }

  @Override
  public void close() {
    closed = true;
    try (source) {
      inner.close();
    }
  }
}
