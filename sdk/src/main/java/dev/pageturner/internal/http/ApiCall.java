package dev.pageturner.internal.http;

import dev.pageturner.internal.url.Origin;
import dev.pageturner.internal.url.SafeUrl;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One call as the caller wants it: before credentials, permits and retries.
 *
 * @param method the HTTP method, in upper case
 * @param url where to
 * @param headers the headers of the call, the client's own included
 * @param payload the body, if there is one
 * @param repeatable whether the caller declared that the call may be sent twice
 * @param timeout the longest time for the call with all its retries, null for the client's
 * @param idempotencyHeader the header that carries a key of the call, the same for each of its
 *     requests, so that the server acts once; null for none
 * @param accepted statuses that are an answer although they are none as a rule: other than 2xx, or
 *     202 to a GET
 * @param silence how long the response may send nothing, zero for without a bound, null for the
 *     read timeout of the client
 */
public record ApiCall(
    String method,
    HttpUrl url,
    Headers headers,
    @Nullable Payload payload,
    boolean repeatable,
    @Nullable Duration timeout,
    @Nullable String idempotencyHeader,
    Set<Integer> accepted,
    @Nullable Duration silence) {
  /** Status 202 is an answer to those who are shown the status. */
  public static final Set<Integer> ACCEPTED_ONLY = Set.of(202);

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "QUERY");
  private static final Pattern METHOD = Pattern.compile("[A-Z0-9!#$%&'*+.^_`|~-]+");

  /** Checks the method. */
  public ApiCall {
    method = method.toUpperCase(Locale.ROOT);
    // OkHttp writes it to the request line as it is, line breaks too.
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException("not an HTTP method");
    }
    if (payload != null && (method.equals("GET") || method.equals("HEAD"))) {
      throw new IllegalArgumentException(method + " with a body");
    }
  }

  /** A call whose response has the client's read timeout. */
  public ApiCall(
      String method,
      HttpUrl url,
      Headers headers,
      @Nullable Payload payload,
      boolean repeatable,
      @Nullable Duration timeout,
      @Nullable String idempotencyHeader,
      Set<Integer> accepted) {
    this(method, url, headers, payload, repeatable, timeout, idempotencyHeader, accepted, null);
  }

  /** {@return whether the method only reads (RFC 9110, section 9.2.1; RFC 10008 for QUERY)} */
  public boolean isSafe() {
    return SAFE.contains(method);
  }

  /** {@return whether the caller declared that the call may be sent twice} */
  public boolean isDeclaredRepeatable() {
    return repeatable;
  }

  /** {@return whether sending twice does no more than sending once (RFC 9110, section 9.2.2)} */
  public boolean isRepeatable() {
    return repeatable || idempotencyHeader != null || RetryPolicy.isIdempotent(method);
  }

  /** {@return whether there is a body to send next time, or none to send} */
  public boolean canBeSentAgain() {
    return payload == null || !payload.isOneShot();
  }

  /** {@return this call to another URL} */
  public ApiCall withUrl(HttpUrl url) {
    return new ApiCall(
        method, url, headers, payload, repeatable, timeout, idempotencyHeader, accepted, silence);
  }

  /** {@return this call with other headers} */
  public ApiCall withHeaders(Headers headers) {
    return new ApiCall(
        method, url, headers, payload, repeatable, timeout, idempotencyHeader, accepted, silence);
  }

  /** {@return this call with another body} */
  public ApiCall withPayload(@Nullable Payload payload) {
    return new ApiCall(
        method, url, headers, payload, repeatable, timeout, idempotencyHeader, accepted, silence);
  }

  /** {@return this call with other statuses that are an answer} */
  public ApiCall accepting(Set<Integer> statuses) {
    return new ApiCall(
        method,
        url,
        headers,
        payload,
        repeatable,
        timeout,
        idempotencyHeader,
        Set.copyOf(statuses),
        silence);
  }

  /**
   * {@return this call with one key for all calls that are made of it, in the header for keys, if
   * it has one: the server acts once}
   */
  public ApiCall withKey(String key) {
    return idempotencyHeader == null
        ? this
        : new ApiCall(
            method,
            url,
            headers.newBuilder().set(idempotencyHeader, key).build(),
            payload,
            true,
            timeout,
            null,
            accepted,
            silence);
  }

  /** {@return this call with a response that may send nothing for so long} */
  public ApiCall silentFor(Duration silence) {
    return new ApiCall(
        method, url, headers, payload, repeatable, timeout, idempotencyHeader, accepted, silence);
  }

  /**
   * {@return this call by another method, without a body if that method has none; what describes a
   * body goes with it}
   */
  public ApiCall withMethod(String method) {
    boolean bodiless = method.equalsIgnoreCase("GET") || method.equalsIgnoreCase("HEAD");
    boolean dropped = bodiless && payload != null;
    return new ApiCall(
        method,
        url,
        dropped ? withoutContentHeaders() : headers,
        bodiless ? null : payload,
        repeatable,
        timeout,
        idempotencyHeader,
        accepted,
        silence);
  }

  private Headers withoutContentHeaders() {
    return headers
        .newBuilder()
        .removeAll("Content-Type")
        .removeAll("Content-Encoding")
        .build();
  }

  /** {@return method, origin and path: headers, query and body may hold secrets} */
  @Override
  public String toString() {
    return method + ' ' + Origin.of(url) + SafeUrl.shownPath(url);
  }
}
