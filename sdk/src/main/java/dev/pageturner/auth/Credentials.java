package dev.pageturner.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * What proves to the server who asks.
 *
 * <p>It is asked anew for every request, so that a token that was renewed counts from the next
 * request on, in the middle of a listing too. What it adds goes to the configured origin only,
 * never after a redirect or a link to another one. It may be called by several threads at once.
 */
@FunctionalInterface
public interface Credentials {
  /**
   * Adds the proof to one request.
   *
   * @param request takes headers and query parameters
   * @throws IOException if a token could not be fetched; the request counts as failed
   */
  void authorize(Authorization request) throws IOException;

  /**
   * Is told that the server refused what {@link #authorize} added, with status 401.
   *
   * @param refused what had been added
   * @return whether it is worth to ask again, once, with something new
   * @throws IOException if a new token could not be fetched
   */
  default boolean renew(Authorization refused) throws IOException {
    return false;
  }

  /** {@return the names of the query parameters that hold secrets, to be masked everywhere} */
  default Set<String> secretParameters() {
    return Set.of();
  }

  /** {@return no proof at all} */
  static Credentials none() {
    return request -> {};
  }

  /** {@return a bearer token (RFC 6750), asked for at every request} */
  static Credentials bearer(Supplier<String> token) {
    Objects.requireNonNull(token, "token");
    return new Credentials() {
      @Override
      public void authorize(Authorization request) {
        request.header("Authorization", "Bearer " + Objects.requireNonNull(token.get(), "token"));
      }

      @Override
      public boolean renew(Authorization refused) {
        return !("Bearer " + token.get()).equals(refused.headers().get("Authorization"));
      }
    };
  }

  /** {@return user and password (RFC 7617, in UTF-8)} */
  static Credentials basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("the user of basic authentication has a colon");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String value = "Basic " + Base64.getEncoder().encodeToString(pair);
    return request -> request.header("Authorization", value);
  }

  /** {@return a secret in a header, such as {@code X-Api-Key}} */
  static Credentials header(String name, Supplier<String> secret) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(secret, "secret");
    return request -> request.header(name, secret.get());
  }

  /**
   * {@return a secret in a query parameter, such as {@code api_key}, masked wherever it is shown}
   */
  static Credentials query(String name, Supplier<String> secret) {
    Objects.requireNonNull(secret, "secret");
    Set<String> names = Set.of(name);
    return new Credentials() {
      @Override
      public void authorize(Authorization request) {
        request.query(name, secret.get());
      }

      @Override
      public Set<String> secretParameters() {
        return names;
      }
    };
  }

  /** {@return a secret in a cookie, such as that of a session} */
  static Credentials cookie(String name, Supplier<String> secret) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(secret, "secret");
    return request -> request.cookie(name, secret.get());
  }

  /** {@return these credentials and others, for an API that wants both with each request} */
  default Credentials and(Credentials other) {
    return new BothCredentials(this, Objects.requireNonNull(other, "other"));
  }

  /**
   * {@return a token by OAuth 2 client credentials (RFC 6749, section 4.4)}
   *
   * <p>It is fetched with the first request, again half a minute before it expires, and once when
   * the server refuses it. However many threads need it, one fetches it. Its own requests count
   * against no rate limit, and go over a client of their own: where the token endpoint needs a
   * proxy or a certificate, name one.
   *
   * @param tokenUrl the token endpoint, https unless it is on this machine
   * @param clientId the client's id
   * @param clientSecret the client's secret, sent by basic authentication
   * @param scopes the scopes to ask for, if any
   */
  static Credentials oauth2ClientCredentials(
      String tokenUrl, String clientId, String clientSecret, String... scopes) {
    return oauth2ClientCredentials(new OkHttpClient(), tokenUrl, clientId, clientSecret, scopes);
  }

  /**
   * {@return a token by OAuth 2 client credentials, as {@link #oauth2ClientCredentials(String,
   * String, String, String...)} fetches it, over a client with a proxy, certificates or
   * interceptors of its own}
   *
   * @param client fetches the token; redirects, connections that are kept, and calls longer than 30
   *     seconds are turned off
   * @param tokenUrl the token endpoint, https unless it is on this machine
   * @param clientId the client's id
   * @param clientSecret the client's secret, sent by basic authentication
   * @param scopes the scopes to ask for, if any
   */
  static Credentials oauth2ClientCredentials(
      OkHttpClient client,
      String tokenUrl,
      String clientId,
      String clientSecret,
      String... scopes) {
    HttpUrl url = HttpUrl.parse(tokenUrl);
    if (url == null) {
      throw new IllegalArgumentException("the token URL is no http or https URL");
    }
    return new OAuth2ClientCredentials(
        client, url, clientId, clientSecret, List.of(scopes), InstantSource.system());
  }
}
