package dev.pageturner.sequence;

import org.jspecify.annotations.Nullable;

/**
 * An iterator on top of another one, which can tell what became of an item whose {@code next()}
 * failed.
 *
 * <p>An iterator that reads items reads the one that failed again. A function that was given an
 * item and threw has used it up. Whoever counts items, or pairs them, must know which it was.
 */
public interface OperatorIterator<T extends @Nullable Object> extends CloseableIterator<T> {
  /** {@return whether the item of the {@code next()} that has just failed does not come again} */
  boolean isItemGone();
}
