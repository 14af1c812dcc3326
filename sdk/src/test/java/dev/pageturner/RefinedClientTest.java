package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.testing.PromptSockets;
import dev.pageturner.testing.Side;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said once about each request of a client. */
class RefinedClientTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder()
        .code(status)
        .addHeader("Location", "/orders/7")
        .body(body)
        .build());
  }

  private ApiClient client() {
    return ApiClient.create(server.url("/").toString());
  }

  @Test
  void eachRequestIsRefinedInTheOrderOfTheRefinements() throws Exception {
    answer(200, "{\"items\":[1],\"next\":\"c1\"}");
    answer(200, "{\"items\":[2]}");
    answer(200, "{}");
    try (ApiClient api = client()) {
      ApiClient refined = api.with(request -> request.header("X-A", "1").header("X-B", "1"))
          .with(request -> request.header("X-B", "2").timeout(Duration.ofMinutes(1)));

      Pagination cursor = Pagination.cursor("$.next", "cursor").items("$.items");
      assertThat(refined.list("/numbers", Long.class, cursor)).containsExactly(1L, 2L);
      api.get("/plain", RawJson.class);
    }

    for (int page = 0; page < 2; page++) {
      RecordedRequest request = server.takeRequest();
      assertThat(request.getHeaders().get("X-A")).isEqualTo("1");
      assertThat(request.getHeaders().get("X-B")).isEqualTo("2");
    }
    assertThat(server.takeRequest().getHeaders().get("X-A")).isNull();
  }

  @Test
  void aRefinementStaysWithFurtherAdaptersAndServers() throws Exception {
    answer(200, "{}");
    try (ApiClient api = client()) {
      api.with(request -> request.query("v", 2))
          .withAdapters((type, annotations, moshi) -> null)
          .withBaseUrl(server.url("/other/").toString())
          .get("/x", RawJson.class);
    }

    assertThat(server.takeRequest().getTarget()).isEqualTo("/other/x?v=2");
  }

  @Test
  void aKeyThatIsGivenIsSentAndTheRequestRetried() throws Exception {
    answer(503, "");
    answer(201, "{}");
    try (ApiClient api = client()) {
      api.with(request -> request.idempotencyKey("Idempotency-Key", "k1"))
          .post("/orders", "one", RawJson.class);
    }

    assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo("k1");
    assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo("k1");
  }

  @Test
  void statusAndHeadersComeWithoutTheContentIfNobodyWantsIt() {
    answer(202, "no JSON");
    try (ApiClient api = client()) {
      ApiResponse<Void> answer = Side.of(api).answer(api.request("/orders"), "DELETE", Void.class);

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.headers().get("location")).containsExactly("/orders/7");
      assertThat(answer.body()).isEmpty();
    }
  }
}
