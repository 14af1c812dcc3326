package dev.pageturner.internal.streams;

import dev.pageturner.internal.http.Exchange;
import okhttp3.Call;
import okhttp3.Response;

/**
 * A response whose body goes on.
 *
 * @param response the response
 * @param call its request, to end it with
 * @param exchange the call, for errors
 */
record OpenStream(Response response, Call call, Exchange exchange) implements AutoCloseable {
  /** Ends the stream at once: what would still come is not worth waiting for. */
  @Override
  public void close() {
    call.cancel();
    response.close();
  }
}
