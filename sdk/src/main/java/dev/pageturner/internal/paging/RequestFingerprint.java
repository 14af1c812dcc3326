package dev.pageturner.internal.paging;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.url.SafeUrl;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.HttpUrl;
import okio.ByteString;

/** What tells a list's request from others: method, URL, body, and the headers that may select. */
final class RequestFingerprint {
  private static final int LENGTH = 16;

  /** Headers that say who asks, how to answer or which call this is, but not for what. */
  private static final Set<String> NOT_SELECTING = Set.of(
      "authorization",
      "proxy-authorization",
      "cookie",
      "user-agent",
      "accept-encoding",
      "cache-control",
      "connection",
      "content-length",
      "date",
      "host",
      "idempotency-key",
      "pragma",
      "referer",
      "traceparent",
      "tracestate",
      "baggage",
      "b3");

  private RequestFingerprint() {}

  /**
   * {@return the fingerprint of a call}
   *
   * @param call the request of the list
   * @param secretNames query parameters that hold secrets
   */
  static String of(ApiCall call, Set<String> secretNames) {
    HttpUrl url = SafeUrl.withoutSecrets(call.url(), secretNames);
    String body = call.payload() == null ? "" : call.payload().bytes().sha256().hex();
    StringBuilder request = new StringBuilder();
    request.append(call.method()).append(' ').append(url).append(' ').append(body);
    for (String name : new TreeSet<>(call.headers().names())) {
      if (isSelecting(name.toLowerCase(Locale.ROOT))) {
        request.append('\n').append(name.toLowerCase(Locale.ROOT)).append(": ");
        request.append(String.join(", ", call.headers().values(name)));
      }
    }
    return ByteString.encodeUtf8(request.toString()).sha256().hex().substring(0, LENGTH);
  }

  /** Keys are renewed, and calls are numbered; a tenant's name stays. */
  private static boolean isSelecting(String name) {
    return !NOT_SELECTING.contains(name)
        && !name.matches(".*(api-?key|token|secret|signature|request-?id|correlation-?id).*");
  }
}
