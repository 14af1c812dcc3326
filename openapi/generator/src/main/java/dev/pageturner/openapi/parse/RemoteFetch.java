package dev.pageturner.openapi.parse;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends GET requests, one at a time, without credentials; redirects are left to the caller. */
final class RemoteFetch {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Duration limit;
  private @Nullable HttpClient client;

  /** @param limit the time for one response, to the last byte of its body */
  RemoteFetch(Duration limit) {
    this.limit = limit;
  }

  /**
   * {@return the response, whatever its status}
   *
   * @throws IOException if none comes whole, with a reason that names neither URL nor data
   */
  HttpResponse<byte[]> get(URI url, int maxBytes) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(url)
        .header("Accept", "application/json, application/yaml, */*")
        .build();
    // The time limit of a request ends with the headers of its response; this one does not.
    CompletableFuture<HttpResponse<byte[]>> response =
        client().sendAsync(request, answer -> new BoundedBody(maxBytes));
    try {
      return response.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("not complete after " + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(reason(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      response.cancel(true);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof BoundedBody.TooLarge) {
      return "together with others larger than " + (TreeLimits.MAX_BYTES >> 20) + " MiB";
    }
    return cause instanceof ConnectException ? "no connection" : "no complete response";
  }

  /** Made when it is first needed, as it has threads. */
  private HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made = HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
      client = made;
    }
    return made;
  }
}
