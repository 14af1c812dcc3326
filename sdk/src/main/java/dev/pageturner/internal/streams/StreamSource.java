package dev.pageturner.internal.streams;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Responses;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.page.TraversalListener;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;

/**
 * Where a stream comes from.
 *
 * @param transport sends
 * @param call the request
 * @param listener who is told of waits and retries
 */
public record StreamSource(Transport transport, ApiCall call, TraversalListener listener) {

  /**
   * Opens the stream; its first bytes may still be on the way.
   *
   * @param subtype what follows the slash in the media type that the stream must have, empty for
   *     any
   * @param call the request
   * @param cancel ends it from another thread
   */
  OpenStream open(String subtype, ApiCall call, CancelHandle cancel) {
    return checked(transport.send(call, listener, OpenStream::new, cancel), subtype);
  }

  /** {@return the stream, if it is of the media type that it must have} */
  public static OpenStream checked(OpenStream stream, String subtype) {
    requireType(stream, subtype);
    return stream;
  }

  /**
   * A gateway that answers with a page of its own would else be read as a stream without events.
   */
  private static void requireType(OpenStream stream, String subtype) {
    MediaType type = stream.response().body().contentType();
    boolean content = stream.response().code() != 204;
    if (content && type != null && !subtype.isEmpty() && !type.subtype().equals(subtype)) {
      CallExchange exchange = stream.exchange();
      String message = "not a stream of events but " + type + " from " + exchange.shown();
      throw PageturnerException.Content.quoting(
          Kind.PARSE, message, lastWords(stream), exchange.info());
    }
  }

  /** Most likely an error, which has arrived; but it may as well be one that never ends. */
  private static String lastWords(OpenStream stream) {
    try (stream) {
      stream.response().body().source().timeout().deadline(1, TimeUnit.SECONDS);
      return Responses.beginning(stream.response());
    }
  }

  /** Waits before the stream is connected again. */
  void pause(Duration delay, CancelHandle cancel) {
    try {
      transport.settings().pause().pause(delay, cancel);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled(
          "interrupted before the stream was connected again", e, null);
    }
  }
}
