package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders and filters that work, and the names of those that do not. */
class SortedListsTest {
  private static final MockOptions SELECTING =
      MockOptions.newBuilder().items(60).pageSize(7).applyFilters(true).build();

  private static List<RawJson> list(MockApi api, String id, String query) {
    try (ApiClient client = Shop.client(api)) {
      ApiRequest request = client.request(Shop.list(id).operation().path());
      for (String pair : query.split("&", -1)) {
        String[] halves = pair.split("=", 2);
        request = request.query(halves[0], halves[1]);
      }
      return request.pagination(Shop.list(id).pagination().orElseThrow()).list().toList();
    }
  }

  private static String text(RawJson item, String name) {
    return PlainText.of(item.get(name).orElseThrow());
  }

  @ParameterizedTest(name = "{0}?{1}")
  @CsvSource({
    "listCustomers, sort=name,                 name, false",
    "listCustomers, sort=-name,                name, true",
    "listCustomers, sort=name:desc,            name, true",
    "listCustomers, sort=name asc,             name, false",
    "listUsers,     sort_by=email&order=desc,  email, true",
    "listUsers,     $orderby=email,            email, false",
    "listUsers,     orderBy=email&direction=asc, email, false",
    "listUsers,     'sort=email,desc',         email, true"
  })
  void aListComesInTheOrderThatIsAskedFor(String id, String query, String member, boolean down) {
    try (MockApi api = MockApi.start(Shop.SPEC, SELECTING)) {
      Comparator<RawJson> order = Comparator.comparing(item -> text(item, member));
      List<RawJson> expected =
          Shop.walk(api, id).stream().sorted(down ? order.reversed() : order).toList();

      assertThat(list(api, id, query)).hasSize(60).isEqualTo(expected);
    }
  }

  @Test
  void numbersAreInTheOrderOfTheirValues() {
    try (MockApi api = MockApi.start(Shop.SPEC, SELECTING)) {
      List<Long> ids = list(api, "listCustomers", "sort=-id").stream()
          .map(customer -> customer.get("id").orElseThrow().asLong())
          .toList();
      assertThat(ids).hasSize(60).isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void laterKeysDecideAmongEquals() {
    try (MockApi api = MockApi.start(Shop.SPEC, SELECTING)) {
      List<String> users = list(api, "listUsers", "sort=-active,email").stream()
          .map(user -> (text(user, "active").equals("true") ? "a" : "b") + text(user, "email"))
          .toList();
      assertThat(users).hasSize(60).isSorted();
    }
  }

  @ParameterizedTest(name = "{0}?{1}")
  @CsvSource({
    "listUsers, filter[active]=true,      active, true",
    "listUsers, role=clerk,               role,   clerk",
    "listUsers, 'role=clerk,owner',       role,   clerk|owner",
    "listUsers, 'filter[role]=clerk,owner', role, clerk|owner",
    "listOrders, status=shipped,          status, shipped"
  })
  void aListHasWhatAFilterAsksFor(String id, String query, String member, String values) {
    try (MockApi api = MockApi.start(Shop.SPEC, SELECTING)) {
      List<RawJson> expected = Shop.walk(api, id).stream()
          .filter(item -> item.get(member).isPresent())
          .filter(item -> text(item, member).matches(values))
          .toList();

      assertThat(list(api, id, query)).isEqualTo(expected).isNotEmpty().hasSizeLessThan(60);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "/users?limit=5,                               ''",
    "/users?sort=email,                            ''",
    "/users?sort=shoe_size,                        sort",
    "'/users?sort=email,shoe_size',                sort",
    "/users?fields=id&active=true&since=yesterday, 'fields, since'",
    "/products?filter[max_price]=5,                filter[max_price]"
  })
  void whatHasNoEffectIsNamed(String path, String ignored) throws Exception {
    try (MockApi api = MockApi.start(Shop.SPEC, SELECTING)) {
      String encoded = path.replace("[", "%5B").replace("]", "%5D");
      assertThat(Http.get(api, encoded)
              .headers()
              .firstValue("X-Pageturner-Ignored")
              .orElse(""))
          .isEqualTo(ignored);
    }
  }

  @Test
  void withoutTheOptionOrdersAndFiltersAreNamedAsIgnored() throws Exception {
    try (MockApi api = Shop.start()) {
      assertThat(Http.get(api, "/users?active=true&sort=email")
              .headers()
              .firstValue("X-Pageturner-Ignored"))
          .contains("active, sort");
      assertThat(api.list("listUsers").ignoredParameters()).containsExactly("role", "active");
      assertThat(api.list("listCustomers").ignoredParameters()).containsExactly("sort");
    }
    try (MockApi api = MockApi.start(Shop.SPEC, SELECTING)) {
      assertThat(Stream.of("listUsers", "listCustomers")
              .flatMap(id -> api.list(id).ignoredParameters().stream()))
          .isEmpty();
    }
  }

  @Test
  void whatASearchAsksForInItsBodyIsNamedToo() throws Exception {
    try (MockApi api = Shop.start()) {
      assertThat(Http.send(api, "POST", "/orders/search", "{\"query\":{\"status\":\"shipped\"}}")
              .headers()
              .firstValue("X-Pageturner-Ignored"))
          .contains("body.query");
    }
  }
}
