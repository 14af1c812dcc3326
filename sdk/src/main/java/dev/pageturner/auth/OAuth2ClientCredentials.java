package dev.pageturner.auth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2 client credentials (RFC 6749, section 4.4): a token that is fetched when it is first
 * needed, again shortly before it expires, and once when the server refuses it.
 *
 * <p>However many threads need a token at once, one of them fetches it.
 */
final class OAuth2ClientCredentials implements Credentials {
  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(5);
  private static final long LONGEST_ANSWER = 1 << 20;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final OkHttpClient client;
  private final Request request;
  private final RequestInfo info;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Token token;

  /** A token, and when it should be replaced. */
  private record Token(String text, Instant staleAt) {
    String header() {
      return "Bearer " + text;
    }
  }

  OAuth2ClientCredentials(
      OkHttpClient client,
      HttpUrl tokenUrl,
      String clientId,
      String clientSecret,
      List<String> scopes,
      InstantSource clock) {
    if (!tokenUrl.isHttps() && !LOOPBACK.contains(tokenUrl.host())) {
      throw new IllegalArgumentException("the token URL must be https (RFC 6749, section 3.2)");
    }
    // A redirect would carry the client's secret elsewhere.
    this.client = client
        .newBuilder()
        .followRedirects(false)
        .callTimeout(Duration.ofSeconds(30))
        .build();
    this.request = tokenRequest(tokenUrl, clientId, clientSecret, scopes);
    this.info = new RequestInfo("POST", tokenUrl.encodedPath(), 1);
    this.clock = clock;
  }

  private static Request tokenRequest(
      HttpUrl url, String clientId, String clientSecret, List<String> scopes) {
    FormBody.Builder form = new FormBody.Builder().add("grant_type", "client_credentials");
    if (!scopes.isEmpty()) {
      form.add("scope", String.join(" ", scopes));
    }
    // RFC 6749, section 2.3.1: both are form-encoded before they become user and password.
    String basic = okhttp3.Credentials.basic(encoded(clientId), encoded(clientSecret));
    return new Request.Builder()
        .url(url)
        .header("Accept", "application/json")
        .header("Authorization", basic)
        .post(form.build())
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void authorize(Authorization request) throws IOException {
    request.header("Authorization", current().header());
  }

  @Override
  public boolean renew(Authorization refused) throws IOException {
    Token known = token;
    if (known != null && known.header().equals(refused.headers().get("Authorization"))) {
      fetchUnlessChanged(known);
    }
    return true;
  }

  private Token current() throws IOException {
    Token known = token;
    boolean fresh = known != null && clock.instant().isBefore(known.staleAt());
    return fresh && known != null ? known : fetchUnlessChanged(known);
  }

  /** Fetches a token, unless another thread has replaced {@code known} in the meantime. */
  private Token fetchUnlessChanged(@Nullable Token known) throws IOException {
    lock();
    try {
      Token now = token;
      if (now != null && !now.equals(known)) {
        return now;
      }
      Token fetched = fetch();
      token = fetched;
      return fetched;
    } finally {
      fetching.unlock();
    }
  }

  private void lock() throws InterruptedIOException {
    try {
      fetching.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a token");
    }
  }

  private Token fetch() throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new PageturnerException.Status(
            Kind.HTTP_STATUS,
            "status " + response.code() + " from the token endpoint " + info.url(),
            response.code(),
            "",
            null,
            info);
      }
      return read(response);
    }
  }

  private Token read(Response response) throws IOException {
    String text = null;
    Duration life = UNKNOWN_LIFE;
    try (JsonReader json = JsonReader.of(response.peekBody(LONGEST_ANSWER).source())) {
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "access_token" -> text = json.nextString();
          case "expires_in" -> life = Duration.ofSeconds((long) json.nextDouble());
          default -> json.skipValue();
        }
      }
    } catch (JsonDataException | com.squareup.moshi.JsonEncodingException e) {
      // The cause would repeat the answer, which holds the token.
      throw unusable();
    }
    if (text == null || text.isEmpty()) {
      throw unusable();
    }
    return new Token(text, clock.instant().plus(usableLife(life)));
  }

  private PageturnerException unusable() {
    return new PageturnerException.Content(
        Kind.PARSE,
        "no access_token in the answer of the token endpoint " + info.url(),
        null,
        info);
  }

  /** Half a minute less than it lives, or half of a life that is shorter than a minute. */
  private static Duration usableLife(Duration life) {
    Duration shortened = life.minus(MARGIN);
    Duration half = life.dividedBy(2);
    return shortened.compareTo(half) > 0 ? shortened : half.isNegative() ? Duration.ZERO : half;
  }

  @Override
  public String toString() {
    return "OAuth2ClientCredentials[" + info.url() + "]";
  }
}
