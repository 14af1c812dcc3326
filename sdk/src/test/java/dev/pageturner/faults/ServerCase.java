package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.ApiClient;
import dev.pageturner.Testing;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.testing.PromptSockets;
import dev.pageturner.testing.TestedApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that answers as the test says, and a client whose waits take no time. */
abstract class ServerCase {
  static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.items");
  static final Pagination NEXT_URL = Pagination.nextUrl("$.next").items("$.items");

  final MockWebServer server = new MockWebServer();
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeEach
  void startServer() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  @AfterEach
  void stopServer() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    server.close();
  }

  <C extends AutoCloseable> C closing(C resource) {
    opened.add(0, resource);
    return resource;
  }

  TestedApi tested(ApiClient client) {
    return closing(new TestedApi(client));
  }

  ApiClient.Builder builder() {
    return builder(server.url("/").toString());
  }

  ApiClient.Builder builder(String baseUrl) {
    ApiClient.Builder builder = ApiClient.newBuilder().baseUrl(baseUrl);
    return Testing.pausing(builder, (wait, cancel) -> waits.add(wait));
  }

  TestedApi client() {
    return tested(builder().build());
  }

  TestedApi client(String baseUrl) {
    return tested(builder(baseUrl).build());
  }

  PagedIterable<String> names(TestedApi api, Pagination pagination) {
    return api.list("/names", String.class, pagination);
  }

  static MockResponse json(String json) {
    return answer(200, json.replace('\'', '"'));
  }

  static MockResponse answer(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  static MockResponse status(int status, String... headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return response.build();
  }

  static MockResponse bytes(Buffer body, String... headers) {
    return status(200, headers).newBuilder().body(body).build();
  }

  static Buffer gzip(String text) throws Exception {
    Buffer sink = new Buffer();
    try (var gzip = Okio.buffer((okio.Sink) new GzipSink(sink))) {
      gzip.writeUtf8(text);
    }
    return sink;
  }

  /** {@return what was asked for, in order} */
  static List<String> targets(MockWebServer server) throws Exception {
    List<String> targets = new ArrayList<>();
    while (targets.size() < server.getRequestCount()) {
      RecordedRequest request = server.takeRequest();
      targets.add(request.getMethod() + " " + request.getTarget());
    }
    return targets;
  }

  static PageturnerException failure(ThrowingCallable work) {
    PageturnerException failure = catchThrowableOfType(PageturnerException.class, work);
    if (failure == null) {
      throw new AssertionError("it did not fail");
    }
    return failure;
  }
}
