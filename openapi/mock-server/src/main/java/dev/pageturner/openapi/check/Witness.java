package dev.pageturner.openapi.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sees each request that goes out, repeated ones too, and lets no more of them go than are allowed.
 * Used by one thread at a time.
 */
final class Witness implements Interceptor {
  private static final List<String> OF_THE_CONNECTION =
      List.of("Host", "Connection", "Accept-Encoding", "Content-Length", "User-Agent");

  /** Thrown in place of a request too many. */
  @SuppressWarnings("serial") // It is caught where it is thrown for.
  static final class Spent extends RuntimeException {
    Spent() {
      super("no more requests are allowed", null, false, false);
    }
  }

  private final int allowed;
  private int sent;
  private @Nullable Exchange latest;
  private @Nullable Exchange first;
  private @Nullable Exchange refused;

  Witness(int allowed) {
    this.allowed = allowed;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (sent >= allowed) {
      throw new Spent();
    }
    sent++;
    Request.Builder request = chain.request().newBuilder();
    OF_THE_CONNECTION.forEach(request::removeHeader);
    Response response = chain.proceed(chain.request());
    Exchange exchange = new Exchange(request.build(), response.code(), response.headers());
    latest = exchange;
    first = first == null ? exchange : first;
    if (response.code() == 429 && refused == null) {
      refused = exchange;
    }
    return response;
  }

  /** {@return the client with this witness between it and the network} */
  OkHttpClient watch(OkHttpClient client) {
    return client.newBuilder().addNetworkInterceptor(this).build();
  }

  int sent() {
    return sent;
  }

  int allowed() {
    return allowed;
  }

  int left() {
    return allowed - sent;
  }

  /** {@return the exchange that ended last} */
  Optional<Exchange> latest() {
    return Optional.ofNullable(latest);
  }

  /** {@return the first exchange of all} */
  Optional<Exchange> first() {
    return Optional.ofNullable(first);
  }

  /** {@return the first exchange that was answered with 429} */
  Optional<Exchange> refused() {
    return Optional.ofNullable(refused);
  }
}
