package dev.pageturner.internal.http;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;

/**
 * Takes a successful response over.
 *
 * @param <R> what is made of it
 */
@FunctionalInterface
public interface Receiver<R> {
  /**
   * Reads the response, as far as it is needed. It closes the response, or gives back what will;
   * unless it throws.
   *
   * @param response the response, with a status of 2xx or one that the call accepts
   * @param call the request it answers, to cancel it with
   * @param exchange the call, for errors
   * @return what was made of it
   * @throws IOException if the body cannot be read; the call may be sent again
   */
  R receive(Response response, Call call, CallExchange exchange) throws IOException;
}
