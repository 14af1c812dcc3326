package dev.pageturner.sequence;

import dev.pageturner.error.PageturnerException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds any iterator to the contract of {@link CloseableIterator}: it is asked {@code hasNext()}
 * once per item, never again after its end, and is closed once, from whichever thread, at the end
 * or before.
 */
final class GuardedIterator<T extends @Nullable Object> implements OperatorIterator<T> {
  private final Iterable<? extends T> iterable;
  // Both are the iterator, once there is one: this thread's, and what is still to be closed.
  private @Nullable Iterator<? extends T> iterator;
  private final AtomicReference<@Nullable Iterator<? extends T>> open = new AtomicReference<>();
  private boolean ready;
  private boolean itemGone;
  private volatile boolean closed;

  private GuardedIterator(
      Iterable<? extends T> iterable, @Nullable Iterator<? extends T> iterator) {
    this.iterable = iterable;
    this.iterator = iterator;
    open.set(iterator);
  }

  /**
   * {@return a traversal of {@code iterable}}
   *
   * <p>The iterator of a lazy sequence is asked for at once: that costs nothing, tells at once that
   * the sequence was used up, and lets a close before the first item reach the source. Any other
   * iterable is left alone until the first item is asked for.
   */
  static <T extends @Nullable Object> GuardedIterator<T> over(Iterable<? extends T> iterable) {
    return iterable instanceof LazyIterable<? extends T> lazy
        ? over(lazy.iterator())
        : new GuardedIterator<>(iterable, null);
  }

  /** {@return {@code iterator}, guarded} */
  @SuppressWarnings("unchecked") // An iterator only hands items out.
  static <T extends @Nullable Object> GuardedIterator<T> over(Iterator<? extends T> iterator) {
    return iterator instanceof GuardedIterator<? extends T> guarded
        ? (GuardedIterator<T>) guarded
        : new GuardedIterator<>(() -> (Iterator<T>) iterator, iterator);
  }

  @Override
  public boolean hasNext() {
    if (closed) {
      ready = false;
    } else if (!ready) {
      itemGone = false;
      ready = opened().hasNext();
      if (!ready) {
        close();
      }
    }
    return ready;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    try {
      return opened().next();
    } catch (Throwable e) {
      itemGone = iterator instanceof OperatorIterator<?> operator && operator.isItemGone();
      throw e;
    }
  }

  @Override
  public boolean isItemGone() {
    return itemGone;
  }

  private Iterator<? extends T> opened() {
    Iterator<? extends T> current = iterator;
    if (current == null) {
      current = iterable.iterator();
      iterator = current;
      open.set(current);
      if (closed) { // By another thread, in the meantime.
        release();
      }
    }
    return current;
  }

  @Override
  public void close() {
    closed = true;
    release();
  }

  private void release() {
    if (open.getAndSet(null) instanceof AutoCloseable closeable) {
      close(closeable);
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled("interrupted while an iterator was closed", e, null);
    } catch (Exception e) {
      throw new PageturnerException.Callback("an iterator could not be closed", e);
    }
  }
}
