package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedItemsTest {
  private MockApi api;

  @BeforeEach
  void start() {
    api = Shop.start(30);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private List<RawJson> list(String id) {
    Detection list = Shop.list(id);
    try (ApiClient client = Shop.client(api)) {
      return Shop.walk(client, list, list.pagination().orElseThrow()).toList();
    }
  }

  private RawJson json(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return RawJson.parse(response.body());
  }

  private static String id(RawJson item) {
    RawJson id = item.get("id").orElseThrow();
    return id.kind() == RawJson.Kind.STRING ? id.asString() : id.text();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"users", "products", "customers", "orders"})
  void eachItemOfAListIsFoundByItsId(String noun) throws Exception {
    String id =
        "list" + noun.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + noun.substring(1);
    for (RawJson item : list(id)) {
      assertThat(json(Http.get(api, "/" + noun + "/" + id(item)), 200)).isEqualTo(item);
    }
  }

  @Test
  void whatIsPostedIsInTheListAndFoundByItsId() throws Exception {
    RawJson user = json(
        Http.send(api, "POST", "/users", "{\"email\":\"eve@example.com\",\"name\":\"Eve\"}"), 201);

    List<RawJson> users = list("listUsers");
    assertThat(users).hasSize(31).endsWith(user).doesNotHaveDuplicates();
    assertThat(user.get("name")).contains(RawJson.of("Eve"));
    assertThat(json(Http.get(api, "/users/" + id(user)), 200)).isEqualTo(user);
  }

  @Test
  void aClientMayChooseTheId() throws Exception {
    String product =
        "{\"id\":\"own-1\",\"name\":\"Own\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}";

    assertThat(id(json(Http.send(api, "POST", "/products", product), 201))).isEqualTo("own-1");
    assertThat(id(json(Http.get(api, "/products/own-1"), 200))).isEqualTo("own-1");
    assertThat(id(json(Http.send(api, "POST", "/products", product), 201))).isNotEqualTo("own-1");
    assertThat(list("listProducts")).hasSize(32);
  }

  @Test
  void whatIsDeletedIsGone() throws Exception {
    RawJson user = list("listUsers").get(7);

    assertThat(Http.send(api, "DELETE", "/users/" + id(user), "").statusCode()).isEqualTo(204);
    assertThat(list("listUsers")).hasSize(29).doesNotContain(user);
    json(Http.get(api, "/users/" + id(user)), 404);
    json(Http.send(api, "DELETE", "/users/" + id(user), ""), 404);
  }

  @Test
  void aPatchChangesWhatItNames() throws Exception {
    RawJson user = list("listUsers").get(3);
    String path = "/users/" + id(user);

    RawJson changed = json(Http.send(api, "PATCH", path, "{\"name\":\"Changed\"}"), 200);

    assertThat(changed.get("name")).contains(RawJson.of("Changed"));
    assertThat(changed.get("email")).isEqualTo(user.get("email"));
    assertThat(list("listUsers").get(3)).isEqualTo(changed);
  }

  @Test
  void aPutReplacesAllButTheId() throws Exception {
    RawJson product = list("listProducts").get(4);
    String body = "{\"id\":\"x\",\"name\":\"New\",\"price\":{\"amount\":7,\"currency\":\"GBP\"}}";

    RawJson changed = json(Http.send(api, "PUT", "/products/" + id(product), body), 200);

    assertThat(changed.members()).containsOnlyKeys("id", "name", "price");
    assertThat(list("listProducts").get(4).get("name")).contains(RawJson.of("New"));
  }

  @Test
  void aBulkInsertAddsEachAndReportsEach() throws Exception {
    String body = """
        {"users": [{"email": "a@example.com", "name": "A"}, {"email": "b@example.com", "name": "B"}]}
        """;

    RawJson answer = json(Http.send(api, "POST", "/users/bulk", body), 200);

    List<RawJson> results = answer.get("results").orElseThrow().elements();
    assertThat(results).hasSize(2);
    assertThat(results.get(1).get("index")).contains(RawJson.of(1));
    assertThat(results.get(1).get("status")).contains(RawJson.of("created"));
    String id = id(results.get(1));
    assertThat(json(Http.get(api, "/users/" + id), 200).get("name")).contains(RawJson.of("B"));
    assertThat(list("listUsers")).hasSize(32);
  }

  @Test
  void aValueThatTheDocumentForbidsIsNotShown() throws Exception {
    RawJson user = list("listUsers").get(0);

    RawJson changed =
        json(Http.send(api, "PATCH", "/users/" + id(user), "{\"active\":\"perhaps\"}"), 200);

    assertThat(changed.get("active")).isEqualTo(user.get("active"));
  }

  @Test
  void aSearchGoesOverTheSameThings() {
    assertThat(list("searchOrders")).isEqualTo(list("listOrders"));
  }

  @Test
  void listsBelowOtherThingsAreTheirOwn() throws Exception {
    String one = Http.get(api, "/products/a/reviews").body();
    String other = Http.get(api, "/products/b/reviews").body();

    assertThat(one)
        .isNotEqualTo(other)
        .isEqualTo(Http.get(api, "/products/a/reviews").body());
  }

  @Test
  void aFormAddsAsWell() throws Exception {
    var request = java.net.http.HttpRequest.newBuilder(
            java.net.URI.create(api.baseUrl() + "/customers"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=Ada+L%C3%B6w"))
        .build();
    var response = java.net.http.HttpClient.newHttpClient()
        .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());

    assertThat(json(response, 201).get("name")).contains(RawJson.of("Ada Löw"));
  }
}
