package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sync tokens on the last page, and what changed since. */
class DeltaListsTest {
  private static String id(RawJson user) {
    return user.get("id").orElseThrow().asString();
  }

  private static String token(String page) {
    return RawJson.parse(page).at("/meta/syncToken").orElseThrow().asString();
  }

  private static List<RawJson> since(MockApi api, String token, int pageSize) {
    try (ApiClient client = Shop.client(api)) {
      return client
          .request("/users")
          .query("syncToken", token)
          .pagination(Shop.list("listUsers").pagination().orElseThrow())
          .list()
          .pageSize(pageSize)
          .toList();
    }
  }

  @Test
  void theLastPageHasATokenAndTheOthersHaveNone() throws Exception {
    try (MockApi api = Shop.start(Trait.delta())) {
      assertThat(RawJson.parse(Http.get(api, "/users").body()).at("/meta/syncToken"))
          .isEmpty();
      assertThat(token(Http.get(api, "/users?limit=50").body())).isNotEmpty();
      assertThat(Shop.walk(api, "listUsers")).hasSize(50);
    }
  }

  @Test
  void aTokenListsWhatWasAddedChangedAndRemoved() throws Exception {
    try (MockApi api = Shop.start(Trait.delta())) {
      List<RawJson> users = Shop.walk(api, "listUsers");
      String token = token(Http.get(api, "/users?limit=50").body());
      Http.send(api, "PATCH", "/users/" + id(users.get(7)), "{\"name\":\"First\"}");
      Http.send(api, "DELETE", "/users/" + id(users.get(3)), "");
      RawJson added = RawJson.parse(
          Http.send(api, "POST", "/users", "{\"email\":\"e@example.com\",\"name\":\"Eve\"}")
              .body());
      Http.send(api, "PATCH", "/users/" + id(users.get(7)), "{\"name\":\"Last\"}");
      api.clearRequests();

      List<RawJson> changes = since(api, token, 2);

      assertThat(changes).hasSize(3);
      assertThat(changes.get(0))
          .isEqualTo(RawJson.parse("{\"id\":\"" + id(users.get(3)) + "\",\"deleted\":true}"));
      assertThat(changes.get(1)).isEqualTo(added);
      assertThat(id(changes.get(2))).isEqualTo(id(users.get(7)));
      assertThat(changes.get(2).get("name")).contains(RawJson.of("Last"));
      assertThat(api.requests("listUsers")).hasSize(2);
    }
  }

  @Test
  void theNextTokenTellsWhatCameLaterOnly() throws Exception {
    try (MockApi api = Shop.start(Trait.delta())) {
      List<RawJson> users = Shop.walk(api, "listUsers");
      String first = token(Http.get(api, "/users?limit=50").body());
      Http.send(api, "DELETE", "/users/" + id(users.get(1)), "");
      String second = token(Http.get(api, "/users?syncToken=" + first).body());
      Http.send(api, "DELETE", "/users/" + id(users.get(2)), "");

      assertThat(since(api, second, 10))
          .extracting(DeltaListsTest::id)
          .containsExactly(id(users.get(2)));
      assertThat(since(api, first, 10)).hasSize(2);
    }
  }

  @Test
  void whatChangesDuringTheWalkIsToldAfterIt() throws Exception {
    try (MockApi api = Shop.start(Trait.delta())) {
      List<RawJson> users = Shop.walk(api, "listUsers");
      RawJson page = RawJson.parse(Http.get(api, "/users?limit=25").body());
      String cursor = page.at("/meta/next_cursor").orElseThrow().asString();
      Http.send(api, "DELETE", "/users/" + id(users.get(0)), "");

      String token = token(Http.get(api, "/users?limit=25&cursor=" + cursor).body());

      assertThat(since(api, token, 10))
          .extracting(DeltaListsTest::id)
          .containsExactly(id(users.get(0)));
    }
  }

  @Test
  void aListWithNextLinksHasADeltaLink() throws Exception {
    try (MockApi api = Shop.start(Trait.delta())) {
      RawJson last = RawJson.parse(Http.get(api, "/products?page_size=50").body());
      String link = last.at("/links/deltaLink").orElseThrow().asString();
      String first = id(last.get("items").orElseThrow().elements().get(0));
      String body = "{\"name\":\"New\",\"price\":{\"amount\":7,\"currency\":\"GBP\"}}";
      Http.send(api, "PUT", "/products/" + first, body);

      RawJson changes = RawJson.parse(Http.getUrl(link).body());

      assertThat(changes.get("items").orElseThrow().elements())
          .containsExactly(RawJson.parse(Http.get(api, "/products/" + first).body()));
      assertThat(changes.at("/links/deltaLink")).isPresent();
    }
  }
}
