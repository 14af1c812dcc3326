package dev.pageturner.internal.streams;

import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.internal.http.WatchedSource;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * A response whose body goes on.
 *
 * @param response the response
 * @param call its request, to end it with
 * @param exchange the call, for errors
 */
public record OpenStream(Response response, Call call, CallExchange exchange)
    implements AutoCloseable {
  /** {@return the bytes of the body} */
  public BufferedSource source() {
    return WatchedSource.of(response, call);
  }

  /** {@return what follows the slash in the media type, empty without one} */
  public String subtype() {
    MediaType type = response.body().contentType();
    return type == null ? "" : type.subtype();
  }

  /** Ends the stream at once: what would still come is not worth waiting for. */
  @Override
  public void close() {
    call.cancel();
    response.close();
  }
}
