package dev.pageturner.internal.retry;

/** How a request can fail without a usable response, sorted by what a repetition may do. */
public enum Failure {
  /** The host's name was not resolved. */
  UNKNOWN_HOST(Reached.NO, true),
  /** No connection was made: refused, unreachable, or not in time. */
  CONNECT(Reached.NO, true),
  /**
   * The server says that it did nothing: HTTP/2 {@code REFUSED_STREAM}, or a stream above the last
   * one of a {@code GOAWAY} (RFC 9113 section 8.7).
   */
  NOT_PROCESSED(Reached.NO, true),
  /** The connection was closed or reset before the response began. */
  CLOSED(Reached.UNKNOWN, true),
  /** The response did not begin, or did not go on, within the time for a read or a write. */
  READ_TIMEOUT(Reached.UNKNOWN, true),
  /** The response began, and its body was cut, damaged or did not decompress. */
  BROKEN_BODY(Reached.UNKNOWN, true),
  /** The server accepted the request and has no answer yet: status 202 to a GET. */
  NOT_READY(Reached.NO, true),
  /**
   * What answers does not speak HTTP, or sends headers without end. It would do the same again, so
   * that this is never retried.
   */
  PROTOCOL(Reached.UNKNOWN, false),
  /**
   * No trusted connection: an expired or unknown certificate, another name, an old protocol. Asking
   * again does not make it trusted, so that this is never retried.
   */
  TLS(Reached.NO, false),
  /** The time limit of the whole call ran out. */
  CALL_TIMEOUT(Reached.UNKNOWN, false),
  /** The call was cancelled, or its thread interrupted. */
  CANCELLED(Reached.UNKNOWN, false);

  private enum Reached {
    NO,
    UNKNOWN
  }

  private final Reached reached;
  private final boolean retryable;

  Failure(Reached reached, boolean retryable) {
    this.reached = reached;
    this.retryable = retryable;
  }

  /** {@return whether another attempt can end otherwise} */
  public boolean retryable() {
    return retryable;
  }

  /** {@return whether the server may have acted on the request} */
  public boolean mayHaveReachedServer() {
    return reached == Reached.UNKNOWN;
  }
}
