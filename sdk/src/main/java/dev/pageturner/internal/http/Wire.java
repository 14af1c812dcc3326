package dev.pageturner.internal.http;

import dev.pageturner.internal.time.Nanos;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What OkHttp does by itself, switched off: following redirects, which would carry headers and
 * bodies to other origins, and sending again, which no limit or budget would count. What goes out
 * again uncounted, as nobody received it, is the business of {@link KeptConnections}.
 */
final class Wire {
  /** How {@code Retry-After} is called between the network and us. */
  static final String RETRY_AFTER = "Pageturner-Retry-After";

  private Wire() {}

  static OkHttpClient prepared(OkHttpClient client, KeptConnections kept) {
    return kept.watched(client)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .addInterceptor(Wire::bearSilence)
        .addNetworkInterceptor(Wire::hideRetryAfter)
        .build();
  }

  /** A call may say by itself how long its response may be silent. */
  private static Response bearSilence(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    ApiCall call = request.tag(ApiCall.class);
    Duration silence = call == null ? null : call.silence();
    if (silence == null) {
      return chain.proceed(request);
    }
    long millis = Math.min(Nanos.of(silence) / 1_000_000, Integer.MAX_VALUE);
    int least = silence.isZero() ? 0 : 1; // Zero is for ever.
    int bound = (int) Math.max(least, millis);
    return chain.withReadTimeout(bound, TimeUnit.MILLISECONDS).proceed(request);
  }

  /**
   * OkHttp sends again after a 503 with {@code Retry-After: 0}, whatever it was told, and fails
   * with a NumberFormatException on more digits than an int has. It does neither if it does not see
   * it.
   */
  private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
    Response response = proceed(chain);
    String retryAfter = response.header("Retry-After");
    if (retryAfter == null) {
      return response;
    }
    Response.Builder hidden = response.newBuilder().removeHeader("Retry-After");
    response.headers("Retry-After").forEach(value -> hidden.addHeader(RETRY_AFTER, value));
    return hidden.build();
  }

  private static Response proceed(Interceptor.Chain chain) throws IOException {
    try {
      return checked(chain.proceed(chain.request()));
    } catch (IOException e) {
      Connection connection = chain.connection();
      if (isInHeaders(e) && connection != null && hasMore(connection)) {
        throw new ProtocolException("headers of more than 256 KiB");
      }
      throw e;
    }
  }

  /** OkHttp reads a length below zero as it is, and fails with an IllegalArgumentException. */
  private static Response checked(Response response) throws IOException {
    if (response.header("Content-Length", "").strip().startsWith("-")) {
      throw new ProtocolException("a Content-Length below zero");
    }
    return response;
  }

  /** OkHttp says the same when the headers pass its bound, and when the connection ends in them. */
  private static boolean isInHeaders(IOException e) {
    return e.getCause() instanceof EOFException
        && String.valueOf(e.getCause().getMessage()).startsWith("\\n not found");
  }

  private static boolean hasMore(Connection connection) throws IOException {
    return connection.socket().getInputStream().available() > 0;
  }

  /** {@return the response with the header under its own name again} */
  static Response restored(Response response) {
    if (response.header(RETRY_AFTER) == null) {
      return response;
    }
    Response.Builder restored = response.newBuilder().removeHeader(RETRY_AFTER);
    response.headers(RETRY_AFTER).forEach(value -> restored.addHeader("Retry-After", value));
    return restored.build();
  }
}
