package dev.pageturner.async.internal;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.streams.OpenStream;
import dev.pageturner.page.TraversalListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A stream as a pull: bytes are read from the socket when an element is asked for, and not before,
 * so that a slow consumer slows the sender.
 *
 * <p>While an element is waited for, a thread that may be kept waits for its bytes. To connect, and
 * to wait before connecting again, takes none.
 */
public final class StreamPull<T> implements Pull<T> {
  private final Connections<T> connections;
  private final AsyncTransport transport;
  private final TraversalListener listener;
  private final Executor blocking;
  private final Runnable wake;
  private final CancelHandle cancel = new CancelHandle();
  private volatile @Nullable OpenStream stream;
  private volatile @Nullable Outcome<T> outcome;
  private volatile boolean closed;
  private volatile Runnable reconnection = () -> {};
  private boolean busy;
  private boolean over;

  /** What came of an attempt to read: an element, the end, or a failure. */
  private record Outcome<T>(@Nullable T element, @Nullable Throwable failure) {}

  /**
   * One way through a stream, over as many connections as it takes.
   *
   * @param <T> the elements
   */
  interface Connections<T> {
    /** {@return the call of the next connection} */
    ApiCall call();

    /** Takes note of a connection. */
    void opened(OpenStream stream);

    /** {@return the next element, or null at the end of the connection} */
    @Nullable
    T read() throws IOException;

    /** {@return the next element if it has arrived already, or null; waits for nothing} */
    @Nullable
    T arrived();

    /** {@return how long to wait before connecting again; empty if the stream is complete} */
    Optional<Duration> afterEnd();

    /** {@return how long to wait before connecting again; empty if the failure is final} */
    Optional<Duration> afterFailure(Exception failure);
  }

  StreamPull(
      Connections<T> connections,
      AsyncTransport transport,
      TraversalListener listener,
      Executor blocking,
      Runnable wake) {
    this.connections = connections;
    this.transport = transport;
    this.listener = listener;
    this.blocking = blocking;
    this.wake = wake;
  }

  @Override
  public @Nullable T next() throws Exception {
    Outcome<T> came = outcome;
    if (over || (busy && came == null)) {
      return null;
    } else if (came == null) {
      return arrivedOrLater();
    }
    busy = false;
    outcome = null;
    if (came.failure() != null) {
      throw StageFailure.exception(came.failure());
    }
    over = came.element() == null;
    return came.element();
  }

  /** What came with the bytes of the last element costs no change of threads. */
  private @Nullable T arrivedOrLater() {
    if (stream == null) {
      busy = true;
      connect();
      return null;
    }
    try {
      T element = connections.arrived();
      if (element == null) {
        busy = true;
        onThread(this::read);
      }
      return element;
    } catch (RuntimeException e) {
      busy = true;
      failed(e);
      return null;
    }
  }

  /** Whatever goes wrong on the way to a thread is signalled: nobody else would hear of it. */
  private void onThread(Runnable work) {
    try {
      blocking.execute(work);
    } catch (Throwable e) { // Also the error of an executor that cannot start a thread.
      came(null, e);
    }
  }

  private void connect() {
    try {
      CompletionStage<OpenStream> connection =
          transport.send(connections.call(), listener, OpenStream::new, cancel);
      connection.whenComplete((open, failure) -> {
        if (failure != null) {
          failed(StageFailure.cause(failure));
        } else {
          hold(open);
          onThread(() -> begin(open));
        }
      });
    } catch (Throwable e) {
      came(null, e);
    }
  }

  /** One that was opened while it was closed is closed here, by whichever comes second. */
  private void hold(OpenStream open) {
    stream = open;
    if (closed) {
      open.close();
    }
  }

  private void begin(OpenStream open) {
    try {
      connections.opened(open);
    } catch (RuntimeException e) {
      came(null, e);
      return;
    }
    read();
  }

  private void read() {
    try {
      T element = connections.read();
      if (element != null) {
        came(element, null);
      } else {
        connections.afterEnd().ifPresentOrElse(this::again, () -> came(null, null));
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  private void failed(Throwable failure) {
    Optional<Duration> wait = failure instanceof Exception exception && !closed
        ? connections.afterFailure(exception)
        : Optional.empty();
    wait.ifPresentOrElse(this::again, () -> came(null, explained(failure)));
  }

  private Throwable explained(Throwable failure) {
    if (!(failure instanceof IOException e)) {
      return failure;
    }
    OpenStream open = stream;
    return open == null
        ? new PageturnerException.Transport(Kind.TRANSPORT, "no stream", e, null)
        : open.exchange().bodyError(e);
  }

  private void again(Duration wait) {
    release();
    try {
      reconnection = transport.scheduler().schedule(wait, this::connect);
    } catch (Throwable e) {
      came(null, e);
    }
    if (closed) {
      reconnection.run();
    }
  }

  private void came(@Nullable T element, @Nullable Throwable failure) {
    if (element == null) {
      release();
    }
    outcome = new Outcome<>(element, failure);
    wake.run();
  }

  @Override
  public boolean isOver() {
    return over;
  }

  private void release() {
    OpenStream open = stream;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    over = true;
    closed = true;
    cancel.cancel();
    reconnection.run();
    release();
  }
}
