package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PageStyle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServedListsTest {
  static Stream<String> lists() {
    return Shop.DETECTIONS.stream()
        .filter(Detection::isPaginated)
        .map(detection -> detection.operation().id().orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void everyListIsWalkedToItsEnd(String id) {
    Detection list = Shop.list(id);
    // One request tells a counted list without a total or a flag that it has ended.
    boolean asksOnce = list.best().orElseThrow().style() == PageStyle.AFTER_LAST_ITEM
        && list.best().orElseThrow().endFlag().isEmpty();
    try (MockApi api = Shop.start(47);
        ApiClient client = Shop.client(api)) {
      List<RawJson> items =
          Shop.walk(client, list, list.pagination().orElseThrow()).toList();

      assertThat(items).hasSize(47).doesNotHaveDuplicates();
      assertThat(api.requests(id)).hasSize(asksOnce ? 4 : 3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void aListHasTheSameItemsInEverySizeOfPage(String id) {
    Detection list = Shop.list(id);
    try (MockApi api = Shop.start(33);
        ApiClient client = Shop.client(api)) {
      var pages = Shop.walk(client, list, list.pagination().orElseThrow());

      assertThat(pages.pageSize(7).toList())
          .isEqualTo(pages.pageSize(1).toList())
          .isEqualTo(pages.toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void anEmptyListHasOneEmptyPage(String id) {
    Detection list = Shop.list(id);
    try (MockApi api = Shop.start(0);
        ApiClient client = Shop.client(api)) {
      assertThat(Shop.walk(client, list, list.pagination().orElseThrow()).toList())
          .isEmpty();
      assertThat(api.requests(id)).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0} items: {1} requests")
  @CsvSource({"19, 1", "20, 1", "21, 2", "40, 2"})
  void aFullLastPageIsKnownToBeTheLast(int items, int requests) {
    Detection list = Shop.list("listUsers");
    try (MockApi api = Shop.start(items);
        ApiClient client = Shop.client(api)) {
      assertThat(Shop.walk(client, list, list.pagination().orElseThrow()).toList())
          .hasSize(items);
      assertThat(api.requests("listUsers")).hasSize(requests);
    }
  }

  @Test
  void itemsAreTheSameAfterARestart() {
    Detection list = Shop.list("listOrders");
    List<List<RawJson>> runs = Stream.of(1, 2)
        .map(run -> {
          try (MockApi api = Shop.start(25);
              ApiClient client = Shop.client(api)) {
            return Shop.walk(client, list, list.pagination().orElseThrow()).toList();
          }
        })
        .toList();

    assertThat(runs.get(0)).isEqualTo(runs.get(1));
  }

  @Test
  void anotherSeedMakesOtherItems() {
    Detection list = Shop.list("listOrders");
    List<List<RawJson>> runs = Stream.of(1L, 2L)
        .map(seed -> {
          MockOptions options = MockOptions.newBuilder().seed(seed).items(5).build();
          try (MockApi api = MockApi.start(Shop.SPEC, options);
              ApiClient client = Shop.client(api)) {
            return Shop.walk(client, list, list.pagination().orElseThrow()).toList();
          }
        })
        .toList();

    assertThat(runs.get(0)).isNotEqualTo(runs.get(1));
  }

  @Test
  void parallelReadersSeeTheSameItems() {
    Detection list = Shop.list("listPayments");
    try (MockApi api = Shop.start(200);
        ApiClient client = Shop.client(api)) {
      List<List<RawJson>> readers = Stream.generate(() -> 0)
          .limit(8)
          .parallel()
          .map(
              reader -> Shop.walk(client, list, list.pagination().orElseThrow()).toList())
          .toList();

      assertThat(readers).allSatisfy(items -> assertThat(items).isEqualTo(readers.get(0)));
      assertThat(readers.get(0)).hasSize(200);
    }
  }
}
