package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.mockserver.internal.list.ListPlan;
import dev.pageturner.openapi.mockserver.internal.rate.RateWindow;
import dev.pageturner.openapi.mockserver.internal.server.ApiDispatcher;
import dev.pageturner.openapi.mockserver.internal.server.Blueprint;
import dev.pageturner.openapi.mockserver.internal.server.Forgetful;
import dev.pageturner.openapi.mockserver.internal.server.PromptSockets;
import dev.pageturner.openapi.model.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;

/**
 * A server on this machine that answers as an OpenAPI document says, and pages each list as the
 * real API does.
 *
 * <p>Lists have rows that a seed makes: the same ones on every page, in every run, for every
 * client. POST, PUT, PATCH and DELETE change them. Requests without a required parameter, with an
 * unknown cursor or page size are answered with 400, unknown paths and things with 404, and other
 * methods with 405. A page size above the maximum gets the maximum. Credentials are not checked,
 * unless {@link MockOptions.Builder#requireCredentials} says so. Safe for use by several threads.
 */
public final class MockApi implements AutoCloseable {
  private final MockWebServer server;
  private final Blueprint blueprint;
  private final MockOptions options;
  private final ApiDispatcher dispatcher;

  private MockApi(Blueprint blueprint, MockOptions options) throws IOException {
    this.blueprint = blueprint;
    this.options = options;
    this.dispatcher = new ApiDispatcher(blueprint, options);
    this.server = new MockWebServer();
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(new Forgetful(dispatcher, server));
    server.start(InetAddress.getLoopbackAddress(), options.port());
  }

  /**
   * {@return a server for a document, with the default options}
   *
   * @param spec the document: OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, in JSON or YAML
   */
  public static MockApi start(Path spec) {
    return start(spec, MockOptions.newBuilder().build());
  }

  /**
   * {@return a server for a document}
   *
   * @param spec the document: OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, in JSON or YAML
   * @param options how it behaves
   * @throws dev.pageturner.openapi.model.InvalidDocumentException if the document can't be used
   * @throws UncheckedIOException if the port is taken
   */
  public static MockApi start(Path spec, MockOptions options) {
    return start(
        Blueprint.read(spec, new ReadOptions(options.allowRemoteReferences(), options.folders())),
        options);
  }

  static MockApi start(Blueprint blueprint, MockOptions options) {
    try {
      return new MockApi(blueprint, options);
    } catch (IOException e) {
      throw new UncheckedIOException("the mock server can't listen on its port", e);
    }
  }

  /**
   * {@return the address of the API, with the path of the document's server, no slash at its end}
   */
  public String baseUrl() {
    String origin = server.url("/").toString();
    return origin.substring(0, origin.length() - 1) + blueprint.basePath();
  }

  /**
   * {@return the address of a path of the document}
   *
   * @param path the path with its variables replaced, such as {@code /users/usr_1}
   */
  public HttpUrl url(String path) {
    return HttpUrl.get(baseUrl() + path);
  }

  /** {@return the port} */
  public int port() {
    return server.getPort();
  }

  /**
   * {@return a list}
   *
   * @param key method and path as in the document, {@code GET /users}, or the operation's id
   * @throws IllegalArgumentException if there is none, or it isn't paginated
   */
  public MockList list(String key) {
    Optional<ListPlan> plan = blueprint.list(blueprint.operation(key), options.seed());
    return new MockList(
        plan.orElseThrow(() -> new IllegalArgumentException(
            "\"" + key + "\" is not paginated; the lists are " + String.join(", ", lists()))),
        dispatcher,
        options.applyFilters());
  }

  /** {@return the lists that are served page by page, as {@code GET /users}} */
  public List<String> lists() {
    return blueprint.lists().stream()
        .map(one -> one.operation().method() + " " + one.operation().path())
        .toList();
  }

  /**
   * {@return an operation}
   *
   * @param key method and path as in the document, {@code POST /users}, or the operation's id
   * @throws IllegalArgumentException if there is none
   */
  public MockOperation operation(String key) {
    return new MockOperation(blueprint.operation(key), dispatcher);
  }

  /** {@return the requests to an operation, the oldest first} */
  public List<MockRequest> requests(String key) {
    return operation(key).requests();
  }

  /** {@return all requests, also to paths that the document doesn't have, the oldest first} */
  public List<MockRequest> requests() {
    return dispatcher.log().all();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    dispatcher.log().clear();
  }

  /**
   * Allows so many requests in any window of that length; the others are answered with 429.
   *
   * @param requests the requests, from 1
   * @param window the length of the window
   * @param headers how clients are told
   */
  public void rateLimit(int requests, Duration window, LimitHeaders headers) {
    dispatcher.limit(new RateWindow(
        requests, window, headers, System::nanoTime, () -> System.currentTimeMillis() / 1000));
  }

  /** Stops answering; what is being delayed is given up. */
  @Override
  public void close() {
    dispatcher.close();
    server.close();
  }

  /** {@return the address} */
  @Override
  public String toString() {
    return "MockApi[" + baseUrl() + "]";
  }
}
