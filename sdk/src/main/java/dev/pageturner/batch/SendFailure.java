package dev.pageturner.batch;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a sender threw, as one of the library's errors. */
final class SendFailure {
  private SendFailure() {}

  static PageturnerException of(Exception e) {
    if (e instanceof PageturnerException failure) {
      return failure;
    }
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return cancelled(e);
    }
    if (e instanceof IOException io) {
      return of(io);
    }
    return new PageturnerException.Callback("the code that sends a batch failed", e);
  }

  private static PageturnerException of(IOException e) {
    // OkHttp throws the same class when a time limit ran out and when the thread was interrupted.
    if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
      return cancelled(e);
    }
    return new PageturnerException.Transport(
        kind(e), "the connection failed while a batch was sent", e, null);
  }

  private static Kind kind(IOException e) {
    if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
      return Kind.TIMEOUT;
    }
    boolean untrusted =
        e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException;
    return untrusted ? Kind.TLS : Kind.TRANSPORT;
  }

  private static PageturnerException cancelled(Exception e) {
    return new PageturnerException.Cancelled("interrupted while a batch was sent", e, null);
  }
}
