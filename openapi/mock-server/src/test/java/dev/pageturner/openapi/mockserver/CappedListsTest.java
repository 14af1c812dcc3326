package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CappedListsTest {
  static Stream<String> lists() {
    return ServedListsTest.lists();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void aListEndsAtItsCap(String id) {
    List<RawJson> all;
    try (MockApi api = Shop.start()) {
      all = Shop.walk(api, id);
    }
    try (MockApi api = Shop.start(Trait.resultCap(25))) {
      assertThat(Shop.walk(api, id)).isEqualTo(all.subList(0, 25));
    }
  }

  @ParameterizedTest(name = "{0} of 50 items: {1}")
  @CsvSource({"25, 25", "60, 50"})
  void theTotalStopsAtTheCap(int cap, long total) throws Exception {
    try (MockApi api = Shop.start(Trait.resultCap(cap))) {
      RawJson page = RawJson.parse(Http.get(api, "/users").body());
      assertThat(page.at("/meta/total").orElseThrow().asLong()).isEqualTo(total);
    }
  }

  @ParameterizedTest(name = "{0}: {1} items, then 400")
  @CsvSource({"listCustomers, 40", "listInvoices, 40", "listWebhooks, 40"})
  void aPageBehindTheCapIsRefused(String id, int items) {
    try (MockApi api = Shop.start(Trait.offsetCap(30));
        ApiClient client = Shop.client(api)) {
      List<RawJson> found = new ArrayList<>();
      var list = Shop.walk(client, Shop.list(id), Shop.list(id).pagination().orElseThrow());

      var failure =
          catchThrowableOfType(PageturnerException.Status.class, () -> list.forEach(found::add));

      assertThat(failure.status()).isEqualTo(400);
      assertThat(failure.body()).contains("there are no pages behind the first 30 items");
      assertThat(found).hasSize(items).doesNotHaveDuplicates();
      assertThat(api.requests(id)).hasSize(5);
    }
  }

  @Test
  void cursorsHaveNoOffsetToCap() {
    try (MockApi api = Shop.start(Trait.offsetCap(30))) {
      assertThat(Shop.walk(api, "listUsers")).hasSize(50);
      assertThat(api.list("listUsers").unsuitedTraits()).containsExactly("offset-cap=30");
    }
  }
}
