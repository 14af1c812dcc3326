package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import java.net.URI;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

// readme:start
@PageturnerServer(spec = "petstore.yaml", items = 250, pageSize = 20)
class RateLimitedPetsTest {
  @Test
  void survivesARateLimit(MockApi api) {
    api.list("GET /pets").failOnPage(3, Fault.status(429).retryAfter(1));

    try (ApiClient client = ApiClient.newBuilder().baseUrl(api.baseUrl()).build()) {
      assertThat(client.list("/pets", RawJson.class).stream().distinct()).hasSize(250);
    }
    assertThat(api.requests("GET /pets")).hasSize(14); // 13 pages, one of them twice
  }
  // readme:end

  @Test
  void theAddressAloneIsAParameterToo(MockApi api, URI uri, HttpUrl url) {
    assertThat(uri).hasToString(api.baseUrl());
    assertThat(url.toString()).isEqualTo(api.baseUrl());
    assertThat(api.baseUrl()).endsWith("/api");
  }
}
