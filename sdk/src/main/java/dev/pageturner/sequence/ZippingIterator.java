package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Walks through two sequences in step. */
final class ZippingIterator<
        T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
    implements CloseableIterator<R> {
  private final CloseableIterator<T> left;
  private final CloseableIterator<U> right;
  private final BiFunction<? super T, ? super U, ? extends R> function;

  ZippingIterator(
      Iterable<? extends T> left,
      Iterable<? extends U> right,
      BiFunction<? super T, ? super U, ? extends R> function) {
    this.left = GuardedIterator.over(left);
    this.right = GuardedIterator.over(right);
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    if (left.hasNext() && right.hasNext()) {
      return true;
    }
    close();
    return false;
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T one = nextOfLeft();
    return function.apply(one, right.next());
  }

  private T nextOfLeft() {
    try {
      return left.next();
    } catch (RuntimeException e) {
      skipPartner(e);
      throw e;
    }
  }

  // An item that fails takes its partner along; otherwise all later pairs would be wrong.
  private void skipPartner(RuntimeException failure) {
    try {
      right.next();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try (left) {
      right.close();
    }
  }
}
