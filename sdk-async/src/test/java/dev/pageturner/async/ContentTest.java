package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.content.Body;
import dev.pageturner.content.Download;
import dev.pageturner.content.ParameterStyle;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.testing.PromptSockets;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What travels besides JSON goes out and comes back as it does where calls wait. */
class ContentTest {
  private final MockWebServer server = new MockWebServer();
  private ApiClient client;
  private AsyncApiClient api;

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    client = ApiClient.create(server.url("/").toString());
    api = AsyncApiClient.of(client);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  @Test
  void parametersHaveTheirStyles() throws Exception {
    answer(204, "");

    api.request("/things/{ids}")
        .path("ids", List.of(1, 2), ParameterStyle.MATRIX.exploded())
        .query("filter", Map.of("a", "b"), ParameterStyle.DEEP_OBJECT)
        .query("gone", null, ParameterStyle.FORM)
        .header("X-Tags", List.of("x", "y"), ParameterStyle.SIMPLE)
        .cookie("theme", "dark", ParameterStyle.FORM)
        .body(Body.form(Map.of("name", "Ada")))
        .send("POST")
        .join();

    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/things/;ids=1;ids=2?filter%5Ba%5D=b");
    assertThat(request.getHeaders().get("X-Tags")).isEqualTo("x,y");
    assertThat(request.getHeaders().get("Cookie")).isEqualTo("theme=dark");
    assertThat(request.getBody().utf8()).isEqualTo("name=Ada");
  }

  @Test
  void answersAreObjectsTextOrBytes() {
    answer(200, "[1,2]");
    answer(200, "text");
    answer(200, "bytes");

    assertThat(api.request("/a").<List<Long>>object("PUT", List.class).join())
        .containsExactly(1L, 2L);
    assertThat(api.request("/a").text("GET").join()).isEqualTo("text");
    try (Download download = api.request("/a").download("GET").join()) {
      assertThat(new String(download.bytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("bytes");
    }
  }

  @Test
  void aRefusedDownloadFailsAsOtherCallsDo() {
    answer(404, "");

    assertThatThrownBy(() -> api.request("/a").download("GET").join())
        .hasCauseInstanceOf(PageturnerException.Status.class);
  }
}
