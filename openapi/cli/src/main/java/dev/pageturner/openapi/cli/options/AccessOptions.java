package dev.pageturner.openapi.cli.options;

import dev.pageturner.ApiClient;
import dev.pageturner.auth.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What proves who asks, and where links may lead. */
public final class AccessOptions {
  @Option(
      names = "--bearer",
      paramLabel = "TOKEN",
      description = {
        "A bearer token: @FILE, which is read at each request, env:NAME, or the token itself."
      })
  private @Nullable SecretText bearer;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER:PASSWORD",
      description = "Basic authentication: @FILE, env:NAME, or both themselves.")
  private @Nullable SecretText user;

  @Option(
      names = "--api-key",
      paramLabel = "IN:NAME=SECRET",
      description = "A key: header:X-Api-Key=@FILE, query:api_key=env:NAME.")
  private @Nullable String apiKey;

  @Option(
      names = "--oauth2-client-credentials",
      paramLabel = "TOKEN_URL",
      description = "Fetches a token with --client-id and --client-secret, and --scope if needed.")
  private @Nullable String tokenUrl;

  @Option(names = "--client-id", paramLabel = "ID", description = "The client's id.")
  private @Nullable String clientId;

  @Option(
      names = "--client-secret",
      paramLabel = "SECRET",
      description = "The client's secret: @FILE, env:NAME, or itself.")
  private @Nullable SecretText clientSecret;

  @Option(names = "--scope", paramLabel = "SCOPE", description = "A scope to ask for. Repeatable.")
  private List<String> scopes = new ArrayList<>();

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = {
        "Another origin that links may lead to, such as https://eu.example.com; it gets no"
            + " credentials. Repeatable."
      })
  private List<String> allowedOrigins = new ArrayList<>();

  @Option(
      names = "--cookies",
      description =
          "Keeps the cookies that the list's origin sets, and sends them back, in this run.")
  private boolean cookies;

  @Option(
      names = "--secret-param",
      paramLabel = "NAME",
      description = "A query parameter that is shown nowhere, beside the known ones. Repeatable.")
  private List<String> secretParameters = new ArrayList<>();

  /** A key and where it goes. */
  private record ApiKey(String in, String name, SecretText secret) {
    static ApiKey of(String said, Map<String, String> environment) {
      int colon = said.indexOf(':');
      int equals = said.indexOf('=');
      String in = colon < 0 ? "" : said.substring(0, colon);
      if (equals < colon + 2 || !(in.equals("header") || in.equals("query"))) {
        throw new IllegalArgumentException(
            "--api-key takes header:NAME=SECRET or query:NAME=SECRET");
      }
      SecretText secret = SecretText.of(said.substring(equals + 1), environment);
      return new ApiKey(in, said.substring(colon + 1, equals), secret);
    }

    Credentials credentials() {
      return in.equals("header")
          ? Credentials.header(name, secret)
          : Credentials.query(name, secret);
    }
  }

  /**
   * Says all of it to a client.
   *
   * @param builder makes the client
   * @param environment the environment's variables
   */
  public void apply(ApiClient.Builder builder, Map<String, String> environment) {
    credentials(environment).ifPresent(builder::credentials);
    allowedOrigins.forEach(builder::allowOrigin);
    builder.cookies(cookies);
    secretParameters.forEach(builder::secretParameter);
  }

  /** Says all of it to a client, with stars in place of the credentials: for looking only. */
  public void applyMasked(ApiClient.Builder builder) {
    if (apiKey != null) {
      String name = apiKey.substring(apiKey.indexOf(':') + 1, apiKey.indexOf('='));
      builder.credentials(
          apiKey.startsWith("query:")
              ? Credentials.query(name, () -> "***")
              : Credentials.header(name, () -> "***"));
    } else if (bearer != null || user != null || tokenUrl != null) {
      builder.credentials(Credentials.header("Authorization", () -> "***"));
    }
    secretParameters.forEach(builder::secretParameter);
  }

  private Optional<Credentials> credentials(Map<String, String> environment) {
    long ways =
        Stream.of(bearer, user, apiKey, tokenUrl).filter(way -> way != null).count();
    if (ways > 1) {
      throw new IllegalArgumentException(
          "--bearer, --user, --api-key and --oauth2-client-credentials exclude each other");
    }
    if (tokenUrl == null && (clientId != null || clientSecret != null || !scopes.isEmpty())) {
      throw new IllegalArgumentException(
          "--client-id, --client-secret and --scope need --oauth2-client-credentials");
    }
    if (bearer != null) {
      return Optional.of(Credentials.bearer(bearer));
    } else if (user != null) {
      return Optional.of(basic(user.get()));
    } else if (apiKey != null) {
      return Optional.of(ApiKey.of(apiKey, environment).credentials());
    }
    return tokenUrl == null ? Optional.empty() : Optional.of(oauth2(tokenUrl));
  }

  private static Credentials basic(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("--user takes USER:PASSWORD");
    }
    return Credentials.basic(pair.substring(0, colon), pair.substring(colon + 1));
  }

  private Credentials oauth2(String url) {
    if (clientId == null) {
      throw new IllegalArgumentException("--client-id is missing");
    }
    return Credentials.oauth2ClientCredentials(
        url,
        clientId,
        SecretText.required(clientSecret, "--client-secret"),
        scopes.toArray(String[]::new));
  }

  /** {@return the secrets that are known by now, to be masked wherever they would be shown} */
  public List<String> secrets(Map<String, String> environment) {
    List<String> known = new ArrayList<>();
    Stream.of(bearer, user, clientSecret).forEach(secret -> {
      if (secret != null) {
        known.add(secret.get());
      }
    });
    if (user != null) {
      known.add(user.get().substring(user.get().indexOf(':') + 1));
    }
    if (apiKey != null) {
      known.add(ApiKey.of(apiKey, environment).secret().get());
    }
    return known;
  }

  /** {@return the names of query parameters that hold secrets, beside the known ones} */
  public List<String> secretParameters() {
    List<String> names = new ArrayList<>(secretParameters);
    if (apiKey != null && apiKey.startsWith("query:")) {
      names.add(apiKey.substring("query:".length(), apiKey.indexOf('=')));
    }
    return names;
  }
}
