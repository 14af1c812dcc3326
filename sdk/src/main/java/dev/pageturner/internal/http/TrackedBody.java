package dev.pageturner.internal.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The body of a response that says when it is closed, and when its call is over. */
final class TrackedBody extends ResponseBody {
  private final ResponseBody body;
  private final Runnable closed;

  /** Two things end a call, in either order: its body was taken over, and it was closed. */
  private final AtomicInteger left = new AtomicInteger(2);

  private final AtomicBoolean open = new AtomicBoolean(true);
  private volatile Runnable over = () -> {};

  TrackedBody(ResponseBody body, Runnable closed) {
    this.body = body;
    this.closed = closed;
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
    return body.source();
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
    closed.run();
    body.close();
    if (open.compareAndSet(true, false)) {
      countDown();
    }
  }

  private void countDown() {
    if (left.decrementAndGet() == 0) {
      over.run();
    }
  }
}
