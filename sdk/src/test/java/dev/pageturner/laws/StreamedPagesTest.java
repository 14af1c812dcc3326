package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are too large to be read at once. */
class StreamedPagesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 20, 1000})
  void aByteOrderMarkIsLeftOut(int bufferedBytes) {
    FakeApi api = new FakeApi().on("/names", "\ufeff{'items': ['a', 'b'], 'next': null}");
    try (ApiClient client = api.client().maxBufferedPage(bufferedBytes).build()) {
      assertThat(client.list("/names", String.class, FakeApi.CURSOR)).containsExactly("a", "b");
    }
  }

  @Test
  void signalsOnBothSidesOfTheItemsAreFoundByDetection() {
    List<TraversalEvent> events = new ArrayList<>();
    String many = "{'id': 1}, ".repeat(500) + "{'id': 2}";
    FakeApi api = new FakeApi()
        .on(
            "/names",
            "{'meta': {'total': 502}, 'items': [" + many + "], 'paging': {'next_cursor': 'c1'}}")
        .on("/names?cursor=c1", "{'items': [{'id': 3}], 'paging': {'next_cursor': null}}");
    try (ApiClient client =
        api.client().maxBufferedPage(100).listener(events::add).build()) {
      PagedIterable<Raw> list = client.request("/names").list(Raw.class);
      assertThat(list).hasSize(502);
      PagedIterator<Raw> items = list.iterator();
      for (int i = 0; i < 502; i++) {
        items.next();
      }
      assertThat(list.startFrom(items.checkpoint())).isEmpty();
    }
    Pagination decided = events.stream()
        .filter(TraversalEvent.Detected.class::isInstance)
        .map(event -> ((TraversalEvent.Detected) event).pagination())
        .findFirst()
        .orElseThrow();
    assertThat(decided)
        .isEqualTo(Pagination.cursor("$.paging.next_cursor", "cursor")
            .items("$.items")
            .totalItems("$.meta.total"));
  }

  @Test
  void itemsBeforeABrokenOneAreGivenOutOnce() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a', 'b', 'c'")
        .on("/names", "{'items': ['a', 'b', 'c', 'd'], 'next': null}");
    try (ApiClient client = api.client().maxBufferedPage(1).build()) {
      PagedIterator<String> names =
          client.list("/names", String.class, FakeApi.CURSOR).iterator();
      assertThat(names.next() + names.next() + names.next()).isEqualTo("abc");
      assertThatThrownBy(names::hasNext).isInstanceOfSatisfying(PageturnerException.class, e -> {
        assertThat(e.kind()).isEqualTo(Kind.TRANSPORT);
        assertThat(e.checkpoint().orElseThrow().consumed()).isEqualTo(3);
      });
      assertThat(names.next()).isEqualTo("d");
      assertThat(names.hasNext()).isFalse();
    }
  }

  @Test
  void aPositionThatIsIgnoredEndsWithAnErrorToo() {
    Pagination pages = Pagination.pageNumber("page", 1).items("$.items");
    FakeApi api = new FakeApi();
    for (int page = 1; page <= 20; page++) {
      api.on("/names?page=" + page, "{'items': [{'id':1}, {'id':2}]}");
    }
    try (ApiClient client = api.client().maxBufferedPage(1).build()) {
      PagedIterable<Raw> list = client.list("/names", Raw.class, pages);
      assertThatThrownBy(list::toList)
          .isInstanceOfSatisfying(
              PageturnerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LOOP));
      assertThat(api.asked()).isEqualTo(3);
    }
  }
}
