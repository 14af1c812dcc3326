package dev.pageturner.openapi.parse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends GET requests, one at a time, without credentials; redirects are left to the caller. */
final class RemoteFetch {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Duration limit;
  private @Nullable OkHttpClient client;

  /** @param limit the time for one response, to the last byte of its body */
  RemoteFetch(Duration limit) {
    this.limit = limit;
  }

  /**
   * What a server answered.
   *
   * @param status the status
   * @param location where it redirects to, if it does
   * @param body the body, unpacked
   */
  @SuppressWarnings("ArrayRecordComponent") // It is read once and compared with nothing.
  record Answer(int status, Optional<String> location, byte[] body) {}

  /**
   * {@return the response, whatever its status}
   *
   * @throws IOException if none comes whole, with a reason that names neither URL nor data
   */
  Answer get(HttpUrl url, int maxBytes) throws IOException {
    Request request = new Request.Builder()
        .url(url)
        .header("Accept", "application/json, application/yaml, */*")
        .build();
    try (Response response = client().newCall(request).execute()) {
      BufferedSource body = response.body().source();
      if (body.request(maxBytes + 1L)) {
        throw new TooLarge();
      }
      return new Answer(
          response.code(), Optional.ofNullable(response.header("Location")), body.readByteArray());
    } catch (IOException e) {
      throw new IOException(reason(e), e);
    }
  }

  private String reason(IOException cause) {
    if (cause instanceof TooLarge) {
      return "together with others larger than " + (TreeLimits.MAX_BYTES >> 20) + " MiB";
    } else if (Thread.currentThread().isInterrupted()) {
      return "interrupted";
    } else if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
      return "no connection";
    }
    return cause instanceof InterruptedIOException
        ? "not complete after " + limit.toMillis() + " ms"
        : "no complete response";
  }

  /** More came than was allowed. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Made when it is first needed, as few documents refer to others by URL. */
  private OkHttpClient client() {
    OkHttpClient made = client;
    if (made == null) {
      made = new OkHttpClient.Builder()
          .followRedirects(false)
          .connectTimeout(CONNECT)
          // The time for the whole call is what counts.
          .readTimeout(Duration.ZERO)
          .callTimeout(limit)
          .build();
      client = made;
    }
    return made;
  }
}
