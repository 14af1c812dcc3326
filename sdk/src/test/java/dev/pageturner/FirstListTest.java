package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstListTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void page(String json) {
    server.enqueue(new MockResponse.Builder().body(json.replace('\'', '"')).build());
  }

  @Test
  void cursorsAreFollowedLazily() throws Exception {
    page("{'items': ['ada'], 'next': 'c 1+/=é'}");
    page("{'items': [], 'next': 'c2'}");
    page("{'items': ['bob']}");
    try (ApiClient api = ApiClient.create(server.url("/").toString())) {
      PagedIterator<String> names = api.list(
              "/names", String.class, Pagination.cursor("$.next", "cursor").items("$.items"))
          .iterator();
      assertThat(names.next()).isEqualTo("ada");
      assertThat(server.getRequestCount()).isEqualTo(1);
      assertThat(names.next()).isEqualTo("bob");
      assertThat(names.hasNext()).isFalse();
      assertThat(server.takeRequest().getTarget()).isEqualTo("/names");
      assertThat(server.takeRequest().getTarget()).isEqualTo("/names?cursor=c%201%2B%2F%3D%C3%A9");
      assertThat(server.takeRequest().getTarget()).isEqualTo("/names?cursor=c2");
    }
  }

  @Test
  void paginationIsDetected() {
    page("{'data': [{'id': 1}, {'id': 2}], 'meta': {'next_cursor': 'x'}}");
    page("{'data': [{'id': 3}], 'meta': {'next_cursor': null}}");
    StringBuilder said = new StringBuilder();
    try (ApiClient api = ApiClient.create(server.url("/").toString())) {
      List<String> items = api.list("/names")
          .listener(e -> said.append(e).append('\n'))
          .map(j -> j.text())
          .toList();
      assertThat(items).containsExactly("{\"id\": 1}", "{\"id\": 2}", "{\"id\": 3}");
    }
    assertThat(said).contains("the body has a cursor at $.meta.next_cursor");
  }

  @Test
  void prefetchGivesTheSame() {
    for (int i = 1; i < 20; i++) {
      page("{'data': [{'id': " + i + "}], 'meta': {'next_cursor': 'x" + i + "'}}");
    }
    page("{'data': [{'id': 3}], 'meta': {'next_cursor': null}}");
    try (ApiClient api = ApiClient.create(server.url("/").toString())) {
      assertThat(api.list("/names").prefetch(3)).hasSize(20);
    }
  }
}
