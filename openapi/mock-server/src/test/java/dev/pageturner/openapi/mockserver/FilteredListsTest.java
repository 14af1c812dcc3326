package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilteredListsTest {
  private static final MockOptions FILTERED =
      MockOptions.newBuilder().items(200).pageSize(10).applyFilters(true).build();

  private static List<RawJson> users(ApiClient client, String name, String... values) {
    ApiRequest request = client.request("/users");
    for (String value : values) {
      request = request.query(name, value);
    }
    return request
        .pagination(Shop.list("listUsers").pagination().orElseThrow())
        .list()
        .toList();
  }

  private static String member(RawJson item, String name) {
    return PlainText.of(item.get(name).orElseThrow());
  }

  @Test
  void aListHasWhatIsAskedForAndNothingElse() {
    try (MockApi api = MockApi.start(Shop.SPEC, FILTERED);
        ApiClient client = Shop.client(api)) {
      List<RawJson> all = users(client, "active");
      List<RawJson> active = users(client, "active", "true");
      List<RawJson> others = users(client, "active", "false");

      assertThat(active).isNotEmpty().doesNotHaveDuplicates();
      assertThat(active)
          .isEqualTo(
              all.stream().filter(user -> member(user, "active").equals("true")).toList());
      assertThat(others).isNotEmpty().hasSize(200 - active.size());
      assertThat(users(client, "active", "true", "false")).isEqualTo(all);
      assertThat(users(client, "active", "")).isEqualTo(all);
      assertThat(users(client, "active", "perhaps")).isEmpty();
    }
  }

  @Test
  void oneOfAFewWordsCanBeAskedFor() throws Exception {
    try (MockApi api = MockApi.start(Shop.SPEC, FILTERED)) {
      RawJson page = RawJson.parse(Http.get(api, "/orders?status=shipped").body());
      List<RawJson> orders = page.at("/_embedded/orders").orElseThrow().elements();
      assertThat(orders).isNotEmpty();
      assertThat(orders)
          .allSatisfy(order -> assertThat(member(order, "status")).isEqualTo("shipped"));
    }
  }

  @Test
  void totalsAndPagesAreThoseOfTheFilteredList() throws Exception {
    try (MockApi api = MockApi.start(Shop.SPEC, FILTERED);
        ApiClient client = Shop.client(api)) {
      int active = users(client, "active", "true").size();
      assertThat(api.requests("listUsers")).hasSize((active + 9) / 10);
      RawJson page = RawJson.parse(Http.get(api, "/users?active=true").body());
      assertThat(page.at("/meta/total").orElseThrow().asLong()).isEqualTo(active);
    }
  }

  @Test
  void whatChangesMovesBetweenLists() throws Exception {
    try (MockApi api = MockApi.start(Shop.SPEC, FILTERED);
        ApiClient client = Shop.client(api)) {
      List<RawJson> before = users(client, "active", "true");
      String id = member(before.get(0), "id");
      Http.send(api, "PATCH", "/users/" + id, "{\"active\":false}");

      assertThat(users(client, "active", "true")).isEqualTo(before.subList(1, before.size()));
      assertThat(users(client, "active")).hasSize(200);
    }
  }

  @Test
  void withoutTheOptionParametersChangeNothing() {
    try (MockApi api = Shop.start(30);
        ApiClient client = Shop.client(api)) {
      assertThat(users(client, "active", "true")).hasSize(30);
    }
  }
}
