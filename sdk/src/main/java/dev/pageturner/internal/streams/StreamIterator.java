package dev.pageturner.internal.streams;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.sequence.CloseableIterator;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One way through a stream: element by element, each as soon as it has arrived.
 *
 * <p>A failure is final, since a stream cannot be asked twice: it is thrown again whenever it is
 * asked, so that it is never taken for the end.
 */
abstract class StreamIterator<T> implements CloseableIterator<T> {
  private static final Cleaner CLEANER = Cleaner.create();

  /** What must not stay open when the iterator is garbage; it does not know the iterator. */
  private static final class Held implements Runnable {
    private final CancelHandle cancel = new CancelHandle();
    private volatile @Nullable OpenStream stream;

    @Override
    public void run() {
      cancel.cancel();
      OpenStream open = stream;
      if (open != null) {
        open.close();
      }
    }

    /** One that was opened while it was closed is closed here, by whichever comes second. */
    void hold(OpenStream open) {
      stream = open;
      if (cancel.isCancelled()) {
        open.close();
      }
    }
  }

  private final Held held = new Held();
  private final Cleaner.Cleanable cleanable;
  private @Nullable T element;
  private @Nullable RuntimeException failure;
  private volatile boolean ended;

  StreamIterator() {
    this.cleanable = CLEANER.register(this, held);
  }

  final CancelHandle cancel() {
    return held.cancel;
  }

  /** Keeps a stream to close it at the end, in place of the one before. */
  final void hold(OpenStream stream) {
    held.hold(stream);
  }

  /** {@return the next element, or null at the end} */
  abstract @Nullable T read() throws IOException;

  /** {@return the error for the caller} */
  abstract PageturnerException error(IOException e);

  @Override
  public final boolean hasNext() {
    if (failure != null && !ended) {
      throw failure;
    }
    if (element == null && !ended) {
      element = readOrFail();
      if (element == null) {
        close();
      }
    }
    return element != null;
  }

  private @Nullable T readOrFail() {
    try {
      return read();
    } catch (IOException e) {
      failure = error(e);
    } catch (RuntimeException e) {
      failure = e;
    }
    held.run();
    if (ended) {
      return null;
    }
    throw failure;
  }

  @Override
  public final T next() {
    if (!hasNext() || element == null) {
      throw new NoSuchElementException("the stream has ended");
    }
    T next = element;
    element = null;
    return next;
  }

  @Override
  public final void close() {
    ended = true;
    cleanable.clean();
  }
}
