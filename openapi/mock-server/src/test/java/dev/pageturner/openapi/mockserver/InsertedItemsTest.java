package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A writer that inserts or deletes items at the head of a list between two pages. */
class InsertedItemsTest {
  private static MockApi start(Trait trait) {
    return MockApi.start(
        Shop.SPEC, MockOptions.newBuilder().items(50).pageSize(10).traits(trait).build());
  }

  private static List<RawJson> walk(MockApi api, String id) {
    try (ApiClient client = Shop.client(api)) {
      return Shop.walk(client, Shop.list(id), Shop.list(id).pagination().orElseThrow())
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"listUsers", "listProducts", "listPayments", "listEvents", "listExports"})
  void aListWithCursorsIsWholeAfterInsertsAtItsHead(String id) {
    List<RawJson> before;
    try (MockApi api = Shop.start(50)) {
      before = walk(api, id);
    }
    try (MockApi api = start(Trait.insertBetweenPages(1))) {
      assertThat(walk(api, id)).isEqualTo(before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"listCustomers, 10", "listInvoices, 10"})
  void aListByOffsetOrPageNumberTellsItemsTwice(String id, int pageSize) {
    try (MockApi api = start(Trait.insertBetweenPages(1))) {
      List<RawJson> items = walk(api, id);
      // Each page after the first begins with the last item of the page before.
      for (int at = pageSize; at < items.size(); at += pageSize) {
        assertThat(items.get(at)).isEqualTo(items.get(at - 1));
      }
      assertThat(items.stream().distinct()).hasSize(50);
    }
  }

  @Test
  void aListByOffsetMissesItemsAfterDeletesAtItsHead() {
    List<RawJson> before;
    try (MockApi api = Shop.start(50)) {
      before = walk(api, "listCustomers");
    }
    try (MockApi api = start(Trait.deleteBetweenPages(1))) {
      List<RawJson> items = walk(api, "listCustomers");
      assertThat(items).doesNotHaveDuplicates().isSubsetOf(before);
      assertThat(before).contains(before.get(10));
      assertThat(items).doesNotContain(before.get(10)).contains(before.get(11));
    }
  }

  @Test
  void theFirstPageIsNeverDisturbed() throws Exception {
    try (MockApi api = start(Trait.insertBetweenPages(3))) {
      String first = Http.get(api, "/customers").body();
      assertThat(Http.get(api, "/customers").body()).isEqualTo(first);
      assertThat(Http.get(api, "/customers?offset=0").body()).isEqualTo(first);
    }
  }
}
