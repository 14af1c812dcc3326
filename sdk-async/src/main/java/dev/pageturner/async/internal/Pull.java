package dev.pageturner.async.internal;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that is asked for its elements one by one, and may answer later.
 *
 * <p>Whoever opens a pull gives it a callback, which is run, on any thread, when a pull that had
 * nothing should be asked again; it may run for nothing. All methods are called by one thread at a
 * time. What {@link #next} throws ends the sequence.
 *
 * @param <T> the elements
 */
public interface Pull<T> {
  /**
   * The elements that one call of {@link #next} takes from another pull at most. Who has taken so
   * many and has nothing to give wakes itself and gives nothing, so that a cancellation is heard.
   */
  int MOST_AT_ONCE = 256;

  /** {@return the next element; null if the sequence is over, or nothing is there yet} */
  @Nullable
  T next() throws Exception;

  /**
   * {@return whether the sequence is over} Asked after {@link #next} gave nothing, or before the
   * next element is wanted: true as soon as it is known without asking for more.
   */
  boolean isOver();

  /** Ends the sequence and releases what it holds; more than once does no harm. */
  void close();

  /** Opens a sequence. */
  @FunctionalInterface
  interface Source<T> {
    /**
     * {@return the sequence, from its beginning}
     *
     * @param wake is run when a sequence that had nothing should be asked again
     */
    Pull<T> open(Runnable wake);
  }
}
