package dev.pageturner;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.auth.Credentials;
import dev.pageturner.internal.content.Values;
import dev.pageturner.internal.http.Bounds;
import dev.pageturner.internal.http.Cookies;
import dev.pageturner.internal.http.Pause;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.http.TransportSettings;
import dev.pageturner.internal.json.Sent;
import dev.pageturner.internal.text.HeaderText;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.sequence.LazyIterable;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A client of one REST API, whose list endpoints are lazy sequences.
 *
 * <pre>{@code
 * try (ApiClient api = ApiClient.create("https://api.example.com/v1")) {
 *   for (User user : api.list("/users", User.class)) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>Paths are relative to the base URL, whose own path is kept. Credentials go to the base URL's
 * origin only. A client is immutable and safe for threads; make one for each API and keep it. Every
 * method that fetches throws {@link dev.pageturner.error.PageturnerException}.
 */
public final class ApiClient implements AutoCloseable {
  private final HttpUrl baseUrl;
  private final Headers headers;
  private final Moshi moshi;
  private final Bounds bounds;
  private final TraversalListener listener;
  private final Transport transport;
  private final @Nullable OkHttpClient ownClient;
  private final UnaryOperator<ApiRequest> refinement;

  private ApiClient(
      ApiClient from,
      HttpUrl baseUrl,
      Moshi moshi,
      Transport transport,
      UnaryOperator<ApiRequest> refinement) {
    this.baseUrl = baseUrl;
    this.headers = from.headers;
    this.moshi = moshi;
    this.bounds = from.bounds;
    this.listener = from.listener;
    this.ownClient = null;
    this.transport = transport;
    this.refinement = refinement;
  }

  private ApiClient(Builder builder) {
    HttpUrl base = Objects.requireNonNull(builder.baseUrl, "baseUrl is not set");
    this.baseUrl = base;
    this.headers = builder.headers.build();
    this.moshi = MoshiDefaults.on(builder.moshi, builder.strictDecoding);
    this.bounds = builder.bounds;
    this.listener = builder.listener;
    this.refinement = UnaryOperator.identity();
    this.ownClient = builder.okHttpClient == null ? ownClient() : null;
    OkHttpClient client = builder.okHttpClient == null ? ownClient : builder.okHttpClient;
    this.transport = new Transport(Objects.requireNonNull(client), builder.settings(base));
  }

  private static OkHttpClient ownClient() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(10))
        .readTimeout(Duration.ofSeconds(30))
        .writeTimeout(Duration.ofSeconds(30))
        .build();
  }

  /** {@return a client with all defaults} */
  public static ApiClient create(String baseUrl) {
    return newBuilder().baseUrl(baseUrl).build();
  }

  /** {@return a builder with all defaults; only the base URL has none} */
  public static Builder newBuilder() {
    return new Builder();
  }

  /**
   * {@return the items of a list endpoint, whose pagination is recognised from its first response}
   *
   * @param path the endpoint, such as {@code /users}
   * @param type what each item is decoded to
   * @param <T> the items
   */
  public <T> PagedIterable<T> list(String path, Class<T> type) {
    return request(path).list(type);
  }

  /**
   * {@return the items of a list endpoint}
   *
   * @param path the endpoint, such as {@code /users}
   * @param type what each item is decoded to
   * @param pagination how the endpoint pages
   * @param <T> the items
   */
  public <T> PagedIterable<T> list(String path, Class<T> type, Pagination pagination) {
    return request(path).pagination(pagination).list(type);
  }

  /** {@return the items of a list endpoint as they are, each number and name as it was sent} */
  public PagedIterable<RawJson> list(String path) {
    return request(path).list(RawJson.class);
  }

  /** {@return the object at a path} */
  public <T> T get(String path, Class<T> type) {
    return request(path).get(type);
  }

  /** {@return what the server answers to a POST of {@code body}} */
  public <T> T post(String path, Object body, Class<T> type) {
    return request(path).body(body).post(type);
  }

  /** {@return what the server answers to a PUT of {@code body}} */
  public <T> T put(String path, Object body, Class<T> type) {
    return request(path).body(body).put(type);
  }

  /** {@return what the server answers to a PATCH with {@code body}} */
  public <T> T patch(String path, Object body, Class<T> type) {
    return request(path).body(body).patch(type);
  }

  /**
   * {@return the data of Server-Sent Events that answer a POST, as {@link ApiRequest#events} has
   * it}
   *
   * @param path the endpoint
   * @param body what is posted
   * @param type what the data of each event is decoded to
   * @param <T> the data
   */
  public <T> LazyIterable<T> events(String path, Object body, Class<T> type) {
    return request(path).body(body).events(type);
  }

  /** Deletes what is at a path; an answer with content is left unread. */
  public void delete(String path) {
    request(path).delete();
  }

  /**
   * {@return a request to refine: path parameters, query, headers, body, pagination}
   *
   * @param path the endpoint below the base URL, with names in braces for path parameters, as in
   *     {@code /users/{id}/orders}; a query may follow
   */
  public ApiRequest request(String path) {
    return refinement.apply(new ApiRequest(this, path));
  }

  /**
   * {@return this client with something said about each request: {@code api.with(request ->
   * request.timeout(Duration.ofSeconds(5)))}}
   *
   * <p>It is how the options of a single call are given where a method of a generated client makes
   * the request. What the method itself says afterwards goes before, such as the media type that it
   * asks for. Both clients share connections, limits and retries, and are closed together.
   *
   * @param refinement gives back the request that it is given, refined; called for each request
   */
  public ApiClient with(UnaryOperator<ApiRequest> refinement) {
    Objects.requireNonNull(refinement, "refinement");
    UnaryOperator<ApiRequest> before = this.refinement;
    UnaryOperator<ApiRequest> both = request -> refinement.apply(before.apply(request));
    return new ApiClient(this, baseUrl, moshi, transport, both);
  }

  /**
   * {@return this client with further adapters, behind those that it has}
   *
   * <p>Both share connections, limits and retries, and are closed together.
   */
  public ApiClient withAdapters(JsonAdapter.Factory adapters) {
    Moshi extended = moshi.newBuilder().add(adapters).build();
    return new ApiClient(this, baseUrl, extended, transport, refinement);
  }

  /**
   * {@return this client for another server of the same API, which gets the same credentials}
   *
   * <p>Both share connections, limits and retries; closing this one closes that one. Links from one
   * server to the other are followed where {@link Builder#allowOrigin} allows it.
   *
   * @param baseUrl where the other server is, as in {@link Builder#baseUrl}
   */
  public ApiClient withBaseUrl(String baseUrl) {
    HttpUrl other = Builder.checked(baseUrl);
    Transport there = other.equals(this.baseUrl) ? transport : transport.at(Origin.of(other));
    return new ApiClient(this, other, moshi, there, refinement);
  }

  /**
   * {@return this client over an HTTP client that is made of its own one, such as one with a
   * further interceptor}
   *
   * <p>A network interceptor sees each request as it goes out, with its credentials, repeated ones
   * and redirects included, and each response as it came. Both clients share connections, limits
   * and retries; closing this one closes that one.
   *
   * @param change makes the other one, by {@code newBuilder()} of what it is given
   */
  public ApiClient withOkHttpClient(UnaryOperator<OkHttpClient> change) {
    return new ApiClient(this, baseUrl, moshi, transport.with(change), refinement);
  }

  /** {@return where the API is} */
  public String baseUrl() {
    return baseUrl.toString();
  }

  HttpUrl base() {
    return baseUrl;
  }

  Headers headers() {
    return headers;
  }

  Moshi moshi() {
    return moshi;
  }

  /** {@return what writes the values that are sent} */
  Values values() {
    return new Values(Sent.marking(moshi.adapter(Object.class)));
  }

  Bounds bounds() {
    return bounds;
  }

  TraversalListener listener() {
    return listener;
  }

  Transport transport() {
    return transport;
  }

  /**
   * Ends what is under way, and the connections if the client made its own {@link OkHttpClient}.
   * What is asked for afterwards fails with an {@link IllegalStateException}.
   */
  @Override
  public void close() {
    transport.close();
    if (ownClient != null) {
      ownClient.connectionPool().evictAll();
    }
  }

  @Override
  public String toString() {
    return "ApiClient[" + Origin.of(baseUrl) + baseUrl.encodedPath() + "]";
  }

  /**
   * Builds an {@link ApiClient}. Unless said otherwise: no credentials, 10 s to connect, 30 s for
   * each read, pages up to 2 MiB read at once, 1 GiB at most for any body, the standard retry
   * policy.
   */
  public static final class Builder {
    private @Nullable HttpUrl baseUrl;
    private final Headers.Builder headers =
        new Headers.Builder().add("Accept", "application/json").add("User-Agent", "pageturner");
    private Credentials credentials = Credentials.none();
    private final Set<Origin> allowedOrigins = new HashSet<>();
    private final Set<String> secretParameters = new HashSet<>();
    private boolean cookies;
    private @Nullable OkHttpClient okHttpClient;
    private @Nullable Moshi moshi;
    private boolean strictDecoding;
    private Bounds bounds = Bounds.DEFAULT;
    private RateLimit rateLimit = RateLimit.none();
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private TraversalListener listener = TraversalListener.none();
    private Pause pause = Pause.real();
    private Scheduler scheduler = Scheduler.system();

    private Builder() {}

    /**
     * Sets where the API is.
     *
     * @param baseUrl an absolute http or https URL, without query and credentials
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = checked(baseUrl);
      return this;
    }

    private static HttpUrl checked(String baseUrl) {
      HttpUrl url = HttpUrl.parse(baseUrl);
      if (url == null) {
        throw new IllegalArgumentException("baseUrl is no http or https URL");
      } else if (url.query() != null || url.fragment() != null) {
        throw new IllegalArgumentException("baseUrl has a query or a fragment");
      } else if (!url.username().isEmpty() || !url.password().isEmpty()) {
        throw new IllegalArgumentException("baseUrl has a user; use credentials instead");
      }
      return url;
    }

    /**
     * Sets a header of every request to the base URL's origin, in place of a default if it has one.
     */
    public Builder header(String name, String value) {
      headers.set(name, HeaderText.checked(name, value));
      return this;
    }

    /** Sets a bearer token, asked for at every request, also in the middle of a listing. */
    public Builder bearer(Supplier<String> token) {
      return credentials(Credentials.bearer(token));
    }

    /** Sets what proves who asks. */
    public Builder credentials(Credentials credentials) {
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Allows links and redirects to another origin, such as {@code https://eu.example.com}. It gets
     * neither credentials nor headers that could be such.
     */
    public Builder allowOrigin(String origin) {
      allowedOrigins.add(Origin.parse(origin));
      return this;
    }

    /**
     * Names a query parameter whose value is never shown, beside those that are known, and that is
     * never sent to another origin.
     */
    public Builder secretParameter(String name) {
      secretParameters.add(Objects.requireNonNull(name, "name"));
      return this;
    }

    /**
     * Keeps the cookies that the server sets, in memory, and sends them with later requests, as
     * servers want it that hold a listing's state in a session. Default: no cookie is kept.
     *
     * <p>All calls of the client share them. A cookie goes back to the origin that set it and to no
     * other, and none is taken from an origin of {@link #allowOrigin}.
     */
    public Builder cookies(boolean keep) {
      this.cookies = keep;
      return this;
    }

    /**
     * Sets the application's own client: its proxy, TLS, timeouts, interceptors. Redirects and
     * repetitions are done by Pageturner whatever it says. {@link ApiClient#close} leaves it open.
     *
     * <p>An interceptor that adds credentials adds them to every request, also to those that go to
     * an origin of {@link #allowOrigin}: let it look at the request's host, or use
     * {@link #credentials}, which go to the base URL's origin only. A {@code CookieJar} keeps to
     * the domains of its cookies, which can be wider than an origin.
     */
    public Builder okHttpClient(OkHttpClient client) {
      this.okHttpClient = Objects.requireNonNull(client, "client");
      return this;
    }

    /** Sets the application's own adapters; what they leave out is added. */
    public Builder moshi(Moshi moshi) {
      this.moshi = Objects.requireNonNull(moshi, "moshi");
      return this;
    }

    /**
     * Sets whether JSON that is not what its type says is an error. Default: false. Then a
     * date-time or UUID in another form is read where its meaning is sure, and the models of
     * generated clients take a required member that is missing, and a value that is not of its
     * member's type, as absent. Each kind of deviation is a {@code Warning} to the listener, once a
     * traversal or call, or an entry in the system's log where nobody listens.
     */
    public Builder strictDecoding(boolean strict) {
      this.strictDecoding = strict;
      return this;
    }

    /**
     * Sets how many requests may start in any window of a length: {@code rateLimit(50,
     * Duration.ofMinutes(1))}. Default: as many as are asked for, but for what the server's own
     * headers say.
     */
    public Builder rateLimit(int permits, Duration period) {
      return rateLimit(RateLimit.of(permits, period));
    }

    /**
     * Sets a rate limit of several windows, or one that is shared: hand the same object to each
     * client that counts towards it.
     */
    public Builder rateLimit(RateLimit rateLimit) {
      this.rateLimit = Objects.requireNonNull(rateLimit, "rateLimit");
      return this;
    }

    /** Sets when to send a request again. */
    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
      return this;
    }

    /** Sets who is told what happens in every traversal of the client. */
    public Builder listener(TraversalListener listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Sets the largest page that is read whole before its first item is given out; larger ones are
     * streamed and hold their connection meanwhile. Default: 2 MiB.
     */
    public Builder maxBufferedPage(int bytes) {
      requirePositive(bytes, "maxBufferedPage");
      bounds = new Bounds(bytes, bounds.body(), bounds.item());
      return this;
    }

    /** Sets the largest body, after decompression. Default: 1 GiB. */
    public Builder maxBody(long bytes) {
      requirePositive(bytes, "maxBody");
      bounds = new Bounds(bounds.bufferedBody(), bytes, bounds.item());
      return this;
    }

    /** Sets the largest item of a page that is streamed. Default: 32 MiB. */
    public Builder maxItem(int bytes) {
      requirePositive(bytes, "maxItem");
      bounds = new Bounds(bounds.bufferedBody(), bounds.body(), bytes);
      return this;
    }

    private static void requirePositive(long bytes, String name) {
      if (bytes < 1) {
        throw new IllegalArgumentException(name + " < 1: " + bytes);
      }
    }

    /** Sets how calls wait, those that block and those that do not, for tests. */
    Builder waits(Pause pause, Scheduler scheduler) {
      this.pause = pause;
      this.scheduler = scheduler;
      return this;
    }

    private TransportSettings settings(HttpUrl base) {
      Set<String> secrets = new HashSet<>(secretParameters);
      secrets.addAll(credentials.secretParameters());
      Set<Origin> allowed = new HashSet<>(allowedOrigins);
      // A page on an allowed origin may lead back.
      allowed.add(Origin.of(base));
      return new TransportSettings(
          Origin.of(base),
          Set.copyOf(allowed),
          credentials,
          Set.copyOf(secrets),
          cookies ? new Cookies() : null,
          rateLimit,
          retryPolicy,
          RetryBudget.standard(),
          pause,
          scheduler);
    }

    /**
     * {@return the client}
     *
     * @throws NullPointerException if the base URL was not set
     */
    public ApiClient build() {
      return new ApiClient(this);
    }
  }
}
