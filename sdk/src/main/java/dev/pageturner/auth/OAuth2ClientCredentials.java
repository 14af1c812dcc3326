package dev.pageturner.auth;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
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
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);
  private static final long LONGEST_ANSWER = 1 << 20;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final OkHttpClient client;
  private final Request request;
  private final RequestInfo info;
  private final InstantSource clock;
  private final Object lock = new Object();
  private volatile @Nullable Token token;
  private @Nullable FutureTask<Token> fetching;

  /** A token, and when it should be replaced. */
  private record Token(String text, Instant staleAt) {
    String header() {
      return "Bearer " + text;
    }

    @Override
    public String toString() {
      return "Token[until " + staleAt + "]";
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
    // A redirect would carry the client's secret elsewhere. No connection is kept: the next token
    // is far off, and nobody would close it.
    this.client = client
        .newBuilder()
        .followRedirects(false)
        .retryOnConnectionFailure(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
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

  /**
   * Fetches a token, unless another thread has replaced {@code known} in the meantime.
   *
   * <p>A thread of its own fetches, so that whoever waits can be interrupted, and the others still
   * get the token.
   */
  private Token fetchUnlessChanged(@Nullable Token known) throws IOException {
    FutureTask<Token> task;
    synchronized (lock) {
      Token now = token;
      if (now != null && !now.equals(known)) {
        return now;
      }
      task = fetching == null ? start() : fetching;
    }
    return result(task);
  }

  private FutureTask<Token> start() {
    FutureTask<Token> task = new FutureTask<>(this::fetchAndKeep);
    fetching = task;
    Thread thread = new Thread(task, "pageturner-token");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private Token fetchAndKeep() throws IOException {
    Token fetched = null;
    try {
      fetched = fetch();
      return fetched;
    } finally {
      synchronized (lock) {
        token = fetched == null ? token : fetched;
        fetching = null;
      }
    }
  }

  private Token result(FutureTask<Token> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a token");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** The failure for one of those who wait: each of them may add to it. */
  private IOException failure(@Nullable Throwable cause) {
    if (cause instanceof Refused refused) {
      throw unusable(String.valueOf(refused.getMessage()), refused.status());
    }
    IOException failure = cause instanceof InterruptedIOException
        ? new SocketTimeoutException("no answer from the token endpoint in time")
        : new IOException("no answer from the token endpoint " + info.url());
    failure.initCause(cause);
    return failure;
  }

  /** The token endpoint answered, and not with a token. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(String message, int status) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private Token fetch() throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new Refused("status " + response.code() + " from", response.code());
      }
      return read(response);
    } catch (NumberFormatException e) {
      // OkHttp reads Retry-After as an int.
      throw new Refused("status 503 from", 503);
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
          case "expires_in" -> life = life(json);
          default -> json.skipValue();
        }
      }
    } catch (JsonDataException | JsonEncodingException e) {
      // The cause would repeat the answer, which holds the token.
      text = null;
    }
    if (text == null || text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new Refused("no access_token in the answer of", response.code());
    }
    return new Token(text, clock.instant().plus(usableLife(life)));
  }

  private static Duration life(JsonReader json) throws IOException {
    if (json.peek() == JsonReader.Token.NULL) {
      json.skipValue();
      return UNKNOWN_LIFE;
    }
    return Duration.ofSeconds(
        (long) Math.min(json.nextDouble(), (double) LONGEST_LIFE.toSeconds()));
  }

  private PageturnerException unusable(String what, int status) {
    String message = what + " the token endpoint " + info.url();
    return status / 100 == 2
        ? new PageturnerException.Content(Kind.PARSE, message, null, info)
        : new PageturnerException.Status(Kind.HTTP_STATUS, message, status, "", null, info);
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
