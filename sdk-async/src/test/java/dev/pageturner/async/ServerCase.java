package dev.pageturner.async;

import dev.pageturner.ApiClient;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.testing.PromptSockets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server, and clients of it that are closed at the end. */
abstract class ServerCase {
  static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.items");

  final MockWebServer server = new MockWebServer();
  private final List<ApiClient> clients = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  @AfterEach
  void stop() {
    clients.forEach(ApiClient::close);
    server.close();
  }

  ApiClient.Builder builder() {
    return ApiClient.newBuilder().baseUrl(server.url("/").toString());
  }

  ApiClient client(ApiClient.Builder builder) {
    ApiClient client = builder.build();
    clients.add(client);
    return client;
  }

  AsyncApiClient async() {
    return AsyncApiClient.of(client(builder()));
  }

  static MockResponse.Builder json(String json) {
    return new MockResponse.Builder().body(json.replace('\'', '"'));
  }

  void enqueue(String json) {
    server.enqueue(json(json).build());
  }

  static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  static Throwable failure(CompletableFuture<?> future) throws Exception {
    try {
      future.get(30, TimeUnit.SECONDS);
      throw new AssertionError("it did not fail");
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
