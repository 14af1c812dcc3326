package dev.pageturner.internal.http;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.retry.Failure;
import dev.pageturner.internal.text.ShortText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Says what an exception of OkHttp, Okio or the JDK means. */
final class Failures {
  private Failures() {}

  /** {@return how the request failed, before or after its response began} */
  static Failure of(IOException e, boolean inBody) {
    if (e instanceof BodyTooLarge || e instanceof NotText) {
      return Failure.PROTOCOL;
    } else if (e instanceof DeadlinePassed) {
      return Failure.CALL_TIMEOUT;
    } else if (e instanceof UnknownHostException) {
      return Failure.UNKNOWN_HOST;
    } else if (e instanceof SSLException || e.getCause() instanceof CertificateException) {
      return isTrustProblem(e) ? Failure.TLS : Failure.CLOSED;
    } else if (e instanceof SocketTimeoutException) {
      return isConnecting(e) ? Failure.CONNECT : Failure.READ_TIMEOUT;
    } else if (e instanceof InterruptedIOException) {
      // The limit for a whole call that an application's OkHttpClient has says "timeout".
      return "timeout".equals(e.getMessage()) ? Failure.CALL_TIMEOUT : Failure.CANCELLED;
    } else if ("Canceled".equals(e.getMessage())) {
      return Failure.CANCELLED;
    } else if (isProxyRefusal(e)) {
      return Failure.PROTOCOL;
    } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return Failure.CONNECT;
    } else if (wasNotProcessed(e)) {
      return Failure.NOT_PROCESSED;
    } else if (inBody) {
      return Failure.BROKEN_BODY;
    } else if (e instanceof ProtocolException) {
      return isCut(e) ? Failure.CLOSED : Failure.PROTOCOL;
    }
    return Failure.CLOSED;
  }

  /** A proxy that answers CONNECT with an error; OkHttp tells it by words only. */
  private static boolean isProxyRefusal(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("Failed to authenticate with proxy")
        || message.startsWith("Unexpected response code for CONNECT");
  }

  private static boolean isCut(IOException e) {
    return String.valueOf(e.getMessage()).startsWith("unexpected end of stream");
  }

  /** A connection that is closed while TLS is spoken is a broken one, not an untrusted one. */
  private static boolean isTrustProblem(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean broken = message.contains("closed")
        || message.contains("reset")
        || message.contains("terminated the handshake");
    return !broken || e.getCause() instanceof CertificateException;
  }

  private static boolean isConnecting(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  /** {@return the error for the caller} */
  static PageturnerException error(
      Failure failure, IOException e, String target, RequestInfo request) {
    if (e instanceof BodyTooLarge || e instanceof NotText || e instanceof NoContent) {
      Kind kind = e instanceof BodyTooLarge ? Kind.TOO_LARGE : Kind.PARSE;
      return new PageturnerException.Content(kind, e.getMessage() + ": " + target, e, request);
    }
    return switch (failure) {
      case TLS ->
        transport(Kind.TLS, "no trusted connection (" + reason(e) + ")", e, target, request);
      case PROTOCOL -> protocol(e, target, request);
      case READ_TIMEOUT -> transport(Kind.TIMEOUT, "no answer in time", e, target, request);
      case CALL_TIMEOUT -> transport(Kind.TIMEOUT, "the call took too long", e, target, request);
      case CONNECT ->
        transport(
            e instanceof SocketTimeoutException ? Kind.TIMEOUT : Kind.TRANSPORT,
            "no connection",
            e,
            target,
            request);
      case UNKNOWN_HOST -> transport(Kind.TRANSPORT, "unknown host", e, target, request);
      case BROKEN_BODY -> transport(Kind.TRANSPORT, broken(e), e, target, request);
      case CLOSED, NOT_PROCESSED -> closed(e, target, request);
      case NOT_READY -> transport(Kind.PROTOCOL, "no answer yet", e, target, request);
      case CANCELLED -> new PageturnerException.Cancelled("cancelled: " + target, e, request);
    };
  }

  /** A server that speaks only what is too old may hang up instead of saying so. */
  private static PageturnerException closed(IOException e, String target, RequestInfo request) {
    return e instanceof SSLHandshakeException
        ? transport(Kind.TLS, "hung up while TLS was agreed on", e, target, request)
        : transport(Kind.TRANSPORT, "the connection was closed", e, target, request);
  }

  private static PageturnerException protocol(IOException e, String target, RequestInfo request) {
    String what = isProxyRefusal(e) ? e.getMessage() : "not HTTP as it should be";
    // OkHttp repeats what it read instead, up to 256 KiB of it.
    return new PageturnerException.Transport(
        Kind.PROTOCOL, what + ": " + target, withoutMessage(e), request);
  }

  /** {@return the type and the place of an exception whose message may repeat data or secrets} */
  static Throwable withoutMessage(Throwable e) {
    Throwable bare = new IOException(e.getClass().getName());
    bare.setStackTrace(e.getStackTrace());
    return bare;
  }

  private static String broken(IOException e) {
    if (e instanceof ZipException || String.valueOf(e.getMessage()).contains("CRC")) {
      return "the body is not the gzip it should be";
    }
    return e instanceof EOFException || isCut(e) ? "the body was cut" : "the body broke off";
  }

  private static String reason(IOException e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return ShortText.cut(message, 200);
  }

  private static PageturnerException transport(
      Kind kind, String what, IOException e, String target, RequestInfo request) {
    return new PageturnerException.Transport(kind, what + ": " + target, e, request);
  }

  /** HTTP/2: the server did not look at the stream. OkHttp does not export the classes. */
  private static boolean wasNotProcessed(IOException e) {
    return e.getClass().getSimpleName().equals("ConnectionShutdownException")
        || String.valueOf(e.getMessage()).endsWith("REFUSED_STREAM");
  }

  /** A bound on the size of a body was passed. */
  static final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge(String message) {
      super(message);
    }
  }

  /**
   * The server closed a connection that it had kept, before a byte of the response came: most
   * likely it did not see the request, but it may have.
   */
  static final class KeptConnectionLost extends IOException {
    private static final long serialVersionUID = 1L;

    KeptConnectionLost(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** A page has no body: a server that has no items says so, in JSON or by status 204. */
  static final class NoContent extends IOException {
    private static final long serialVersionUID = 1L;

    NoContent(int status) {
      super("no content with status " + status);
    }
  }

  /** A body is not in the encoding that it should be in. */
  static final class NotText extends IOException {
    private static final long serialVersionUID = 1L;

    NotText(String message) {
      super(message);
    }
  }

  /** The time limit of the whole call ran out. */
  static final class DeadlinePassed extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    DeadlinePassed(String message, IOException cause) {
      super(message);
      initCause(cause);
    }
  }
}
