package dev.pageturner.sequence;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * An iterator that may hold something open: a connection, a file.
 *
 * <p>What it holds is released at the end, after {@link #close()}, and, as a last resort, when the
 * iterator is garbage. It is for one thread; only {@link #close()} may be called from another one.
 * Removing is not supported.
 *
 * <p>A failure is not an end: the iterator may be asked again and goes on. When {@link #hasNext()}
 * or {@link #next()} fails, no item was consumed, and the same item comes again. Only what a
 * function of the application was given when it threw is gone; {@link LazyIterable} says more.
 *
 * @param <T> the items
 */
public interface CloseableIterator<T extends @Nullable Object> extends Iterator<T>, AutoCloseable {
  /**
   * Ends the traversal and releases what it holds. Afterwards {@link #hasNext()} is false. Closing
   * twice, or at the end, does nothing.
   */
  @Override
  void close();
}
