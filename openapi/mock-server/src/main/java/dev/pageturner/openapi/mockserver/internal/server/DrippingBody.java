package dev.pageturner.openapi.mockserver.internal.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;
import okio.ByteString;

/** A body that is sent a few bytes at a time. */
final class DrippingBody implements MockResponseBody {
  private final ByteString body;
  private final int bytes;
  private final Duration pause;
  private final Pause closing;

  DrippingBody(ByteString body, int bytes, Duration pause, Pause closing) {
    this.body = body;
    this.bytes = bytes;
    this.pause = pause;
    this.closing = closing;
  }

  @Override
  public long getContentLength() {
    return body.size();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    for (int at = 0; at < body.size(); at += bytes) {
      sink.write(body.substring(at, Math.min(body.size(), at + bytes)));
      sink.flush();
      try {
        closing.of(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the mock server is closed");
      }
    }
  }
}
