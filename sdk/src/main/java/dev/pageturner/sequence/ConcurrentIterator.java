package dev.pageturner.sequence;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Calls a function with several items at a time, on threads of its own.
 *
 * <p>Only the consumer's thread reads the source. Each time it asks for a result it reads one item
 * at least, if there is room, so that the calls under way stay as many; and it reads on only while
 * the next result is not here. So a source that gives an item a minute holds back a result by an
 * item, and not until the room is filled.
 *
 * <p>Failures come in their turn. An item that is gone, by its function or by one in the source,
 * has one turn like any other, and is told by {@code next()}. A failure of the source that loses
 * nothing waits until all that was read before it is taken, and comes from {@code hasNext()}; an
 * {@link Error}, and what is thrown to an interrupted thread, come at once.
 */
final class ConcurrentIterator<T extends @Nullable Object, R extends @Nullable Object>
    implements OperatorIterator<R> {
  private static final Cleaner CLEANER = Cleaner.create();

  private final GuardedIterator<T> source;
  private final ConcurrentCalls<T, R> calls;
  private final Cleaner.Cleanable cleanable;
  private @Nullable RuntimeException failure;
  private boolean ready;
  private boolean itemGone;

  ConcurrentIterator(Iterable<? extends T> source, ConcurrentCalls<T, R> calls) {
    this.source = GuardedIterator.over(source);
    this.calls = calls;
    this.cleanable = CLEANER.register(this, calls::close);
  }

  @Override
  public boolean hasNext() {
    if (!ready && !calls.isClosed()) {
      try {
        fill();
        ready = calls.isAwaited();
      } finally {
        // What waits here is not garbage.
        Reference.reachabilityFence(this);
      }
      if (!ready) {
        end();
      }
    }
    ready = ready && !calls.isClosed();
    return ready;
  }

  private void fill() {
    boolean read = false;
    while (failure == null && calls.hasRoom() && !(read && calls.isReady())) {
      if (!isRead()) {
        return;
      }
      read = true;
    }
  }

  /** {@return whether an item was read, be it that it is gone} */
  private boolean isRead() {
    T item;
    try {
      if (!source.hasNext()) {
        return false;
      }
      item = source.next();
    } catch (RuntimeException | Error e) {
      return isGone(e);
    }
    calls.add(item);
    return true;
  }

  /** Keeps a failure of the source for its turn. {@return whether its item is gone} */
  private boolean isGone(Throwable e) {
    if (source.isItemGone()) {
      calls.addFailed(e);
      return true;
    } else if (e instanceof Error error) {
      throw error;
    }
    RuntimeException exception = (RuntimeException) e;
    if (Thread.currentThread().isInterrupted()) {
      calls.stop();
      throw exception;
    }
    failure = exception;
    return false;
  }

  private void end() {
    RuntimeException kept = failure;
    failure = null;
    if (kept == null) {
      close();
    } else if (!calls.isClosed()) {
      throw kept;
    }
  }

  @Override
  public R next() {
    itemGone = false;
    ConcurrentCalls<T, R>.Call call = hasNext() ? calls.take() : null;
    ready = false;
    if (call == null) {
      throw new NoSuchElementException();
    }
    itemGone = call.hasFailed();
    return call.result();
  }

  @Override
  public boolean isItemGone() {
    return itemGone;
  }

  @Override
  public void close() {
    try (source) {
      cleanable.clean();
    }
  }
}
