package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Walks through two sequences in step, also when an item fails: one that comes again finds its
 * partner waiting, one that is gone takes its partner along.
 */
final class ZippingIterator<
        T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
    implements OperatorIterator<R> {
  private final GuardedIterator<T> left;
  private final GuardedIterator<U> right;
  private final BiFunction<? super T, ? super U, ? extends R> function;

  /** The left item of a pair whose right one is still to come. */
  private @Nullable T held;

  private boolean isHeld;

  /** Whether the left item of a pair is gone, and its right one is still to be dropped. */
  private boolean isRightOwed;

  private boolean pairGone;

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
    dropOwed();
    if ((isHeld || left.hasNext()) && right.hasNext()) {
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
    pairGone = false;
    T one = takeLeft();
    U two = takeRight();
    held = null;
    isHeld = false;
    pairGone = true;
    return function.apply(one, two);
  }

  @SuppressWarnings("NullAway") // Whether T includes null is for the sequence to say.
  private T takeLeft() {
    if (!isHeld) {
      try {
        held = left.next();
        isHeld = true;
      } catch (Throwable e) {
        if (left.isItemGone()) {
          pairGone = true;
          isRightOwed = true;
          dropOwed(e);
        }
        throw e;
      }
    }
    return held;
  }

  private void dropOwed(Throwable failure) {
    try {
      dropOwed();
    } catch (RuntimeException e) {
      if (e != failure) { // One source may be on both sides.
        failure.addSuppressed(e);
      }
    }
  }

  private void dropOwed() {
    if (isRightOwed && right.hasNext()) {
      takeRight();
      isRightOwed = false;
    }
  }

  private U takeRight() {
    try {
      return right.next();
    } catch (Throwable e) {
      if (right.isItemGone()) {
        pairGone = true;
        held = null;
        isHeld = false;
        isRightOwed = false;
      }
      throw e;
    }
  }

  @Override
  public boolean isItemGone() {
    return pairGone;
  }

  @Override
  public void close() {
    try (left) {
      right.close();
    }
  }
}
