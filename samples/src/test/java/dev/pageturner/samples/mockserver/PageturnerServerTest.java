package dev.pageturner.samples.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.Fault;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.PageturnerServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The extension is compiled against JUnit 5; here it runs on JUnit 6. */
@PageturnerServer(spec = "../openapi/specs/shop.yaml", items = 45)
class PageturnerServerTest {
  @Test
  void aTestGetsItsServer(MockApi api) {
    api.list("GET /users").failOnPage(2, Fault.status(503).retryAfter(0));

    try (ApiClient client = ApiClient.newBuilder().baseUrl(api.baseUrl()).build()) {
      assertThat(client.list("/users", RawJson.class).stream().distinct()).hasSize(45);
    }
    assertThat(api.requests("GET /users")).hasSize(4);
  }

  @Nested
  class Inside {
    @Test
    void theServerIsANewOne(MockApi api) {
      assertThat(api.requests()).isEmpty();
    }
  }
}
