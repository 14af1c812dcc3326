package dev.pageturner.internal.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response that says when it is closed, and when its call is over.
 *
 * <p>One thread reads it, and any thread may close it. OkHttp's own body must not be closed while
 * it is read: its timeouts belong to the thread that reads, and a close that fails on them leaves
 * the connection in use for good. So a close in the middle of a read cancels the call, which ends
 * the read, and the thread that read closes the body on its way out.
 */
final class TrackedBody extends ResponseBody {
  /** Who has OkHttp's body. */
  private enum State {
    IDLE,
    READING,
    /** A thread reads, and closes the body when it has read. */
    TO_CLOSE,
    CLOSED;

    State closed() {
      return switch (this) {
        case IDLE, CLOSED -> CLOSED;
        case READING, TO_CLOSE -> TO_CLOSE;
      };
    }
  }

  private final ResponseBody body;
  private final Call call;
  private final Runnable closed;
  private final BufferedSource source;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  /** Two things end a call, in either order: its body was taken over, and it was closed. */
  private final AtomicInteger left = new AtomicInteger(2);

  private volatile Runnable over = () -> {};

  TrackedBody(ResponseBody body, Call call, Runnable closed) {
    this.body = body;
    this.call = call;
    this.closed = closed;
    this.source = Okio.buffer(new Reads(body.source()));
  }

  /** The reads of the one thread that reads. */
  private final class Reads extends ForwardingSource {
    Reads(BufferedSource body) {
      super(body);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (!state.compareAndSet(State.IDLE, State.READING)) {
        throw new IOException("the body is closed");
      }
      try {
        return super.read(sink, byteCount);
      } finally {
        if (!state.compareAndSet(State.READING, State.IDLE)) {
          state.set(State.CLOSED);
          end();
        }
      }
    }

    @Override
    public void close() {
      TrackedBody.this.close();
    }
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  /**
   * Says that the receiver has taken the body over without a failure.
   *
   * @param over runs once, as soon as the body is closed too: at once if it was read whole
   */
  void received(Runnable over) {
    this.over = over;
    countDown();
  }

  @Override
  public void close() {
    State before = state.getAndUpdate(State::closed);
    if (before == State.IDLE) {
      end();
    } else if (before == State.READING) {
      call.cancel();
    }
  }

  private void end() {
    closed.run();
    body.close();
    countDown();
  }

  private void countDown() {
    if (left.decrementAndGet() == 0) {
      over.run();
    }
  }
}
