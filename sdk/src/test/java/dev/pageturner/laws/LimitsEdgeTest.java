package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.Total;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.StopReason;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Limits and totals. */
class LimitsEdgeTest {
  @Test
  @DisplayName("edge 91: maxItems ends within a page, and its checkpoint leads on")
  void maxItems() {
    FakeApi api = FakeApi.ofThreePages();
    PagedIterable<String> list = api.names();
    PagedIterator<String> three = list.maxItems(3).iterator();
    three.forEachRemaining(name -> {});
    assertThat(three.stopReason()).contains(StopReason.MAX_ITEMS);
    assertThat(api.asked()).isEqualTo(2);
    assertThat(list.startFrom(three.checkpoint())).containsExactly("d", "e");
  }

  @Test
  @DisplayName("edge 92: maxPages ends between pages, and its checkpoint leads on")
  void maxPages() {
    FakeApi api = FakeApi.ofThreePages();
    PagedIterable<String> list = api.names();
    PagedIterator<String> one = list.maxPages(1).iterator();
    one.forEachRemaining(name -> {});
    assertThat(one.stopReason()).contains(StopReason.MAX_PAGES);
    assertThat(one.hasNext()).isFalse();
    assertThat(api.asked()).isEqualTo(1);
    assertThat(list.startFrom(one.checkpoint())).containsExactly("c", "d", "e");
  }

  @Test
  @DisplayName("edge 94: a total is absent, exact or a lower bound")
  void totals() {
    assertThat(totalOf("{'items': []}")).isNull();
    assertThat(totalOf("{'items': [], 'total': -1}")).isNull();
    assertThat(totalOf("{'items': [], 'total': 7}")).isEqualTo(new Total(7, Total.Accuracy.EXACT));
    assertThat(totalOf("{'items': [], 'total': '7'}"))
        .isEqualTo(new Total(7, Total.Accuracy.EXACT));
    assertThat(totalOf("{'items': [], 'total': {'value': 10000, 'relation': 'gte'}}"))
        .isEqualTo(new Total(10000, Total.Accuracy.LOWER_BOUND));
  }

  private static Total totalOf(String page) {
    FakeApi api = new FakeApi().on("/names", page);
    Pagination pagination = FakeApi.CURSOR.totalItems("$.total");
    try (ApiClient client = api.client().build()) {
      return client
          .list("/names", String.class, pagination)
          .pages()
          .first()
          .flatMap(Page::total)
          .orElse(null);
    }
  }

  @Test
  @DisplayName("edges 95, 112: an item that comes again can be dropped by its key")
  void repeatedItems() {
    FakeApi api = new FakeApi()
        .on("/names", "{'items': ['a', 'b'], 'next': 'c1'}")
        .on("/names?cursor=c1", "{'items': ['b', 'c']}");
    assertThat(api.names()).containsExactly("a", "b", "b", "c");
    assertThat(api.names().distinctBy(name -> name, 10)).containsExactly("a", "b", "c");
  }

  @Test
  @DisplayName("edge 96: what asks for a page size is called so, and nothing else is")
  void namesOfSizes() {
    assertThat(Arrays.stream(PagedIterable.class.getDeclaredMethods()).map(Method::getName))
        .contains("pageSize", "maxItems", "maxPages")
        .doesNotContain("limit", "perPage", "size");
  }
}
