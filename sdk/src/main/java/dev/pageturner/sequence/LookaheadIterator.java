package dev.pageturner.sequence;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator that must find its next item to know whether there is one; it holds that item. */
abstract class LookaheadIterator<T extends @Nullable Object> implements CloseableIterator<T> {
  private @Nullable T item;
  private boolean ready;
  // Closing may happen in another thread, so it only sets this; the items stay with their thread.
  private volatile boolean closed;

  /**
   * Looks for the next item and passes it to {@link #found}. After an exception the next question
   * searches on.
   *
   * @return whether there was one; false ends the traversal
   */
  abstract boolean search();

  /** Closes the source. It must bear being called twice, and from another thread. */
  abstract void release();

  /** Keeps {@code found} for {@code next()}, and is true. */
  final boolean found(T found) {
    item = found;
    return true;
  }

  @Override
  public final boolean hasNext() {
    if (closed) {
      forget();
    } else if (!ready) {
      ready = search();
      if (!ready) {
        close();
      }
    }
    return ready;
  }

  @Override
  @SuppressWarnings("NullAway") // Whether T includes null is for the sequence to say.
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T taken = item;
    forget();
    return taken;
  }

  private void forget() {
    ready = false;
    item = null;
  }

  @Override
  public final void close() {
    closed = true;
    release();
  }
}
