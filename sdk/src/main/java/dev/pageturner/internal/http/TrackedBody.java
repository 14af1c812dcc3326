package dev.pageturner.internal.http;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The body of a response that says when it is closed. */
final class TrackedBody extends ResponseBody {
  private final ResponseBody body;
  private final Runnable closed;

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

  @Override
  public void close() {
    closed.run();
    body.close();
  }
}
