package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Detection from the beginning of a page that is too large to be read at once. */
class LargePageDetectionTest {
  private static final String ITEM =
      "{'id':1,'text':'a \\u00e9 \\' quote','on':true,'off':null,'size':-1.5e3}";
  private static final String FIRST_ITEM = ITEM.replace("\\'", "\\\"").replace('\'', '"');

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static IntStream cuts() {
    return IntStream.range(40, 130);
  }

  @ParameterizedTest(name = "cut after {0} bytes")
  @MethodSource("cuts")
  void beginningMayBeCutAnywhere(int bytes) {
    String items = (FIRST_ITEM + ",").repeat(2) + FIRST_ITEM;
    server.enqueue(page("{\"data\":[" + items + "],\"next_cursor\":\"c1\"}"));
    server.enqueue(page("{\"data\":[{\"id\":4}],\"next_cursor\":null}"));
    try (ApiClient api = ApiClient.newBuilder()
        .baseUrl(server.url("/").toString())
        .maxBufferedPage(bytes)
        .build()) {
      assertThat(api.list("/items").map(item -> item.text()).toList())
          .containsExactly(FIRST_ITEM, FIRST_ITEM, FIRST_ITEM, "{\"id\":4}");
    }
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  private static MockResponse page(String json) {
    return new MockResponse.Builder().body(json).build();
  }
}
