package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The method QUERY (RFC 10008), and HEAD. */
class QueryMethodTest {
  private static HttpResponse<String> send(MockApi api, String method, String type, String body)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.baseUrl() + "/users"))
        .method(method, BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void aListIsWalkedByQuery() {
    try (MockApi api = Shop.start(Trait.query(), Trait.boundCursors());
        ApiClient client = Shop.client(api)) {
      List<RawJson> users = client
          .request("/users")
          .method("QUERY")
          .body(Map.of("active", true))
          .pagination(Shop.list("listUsers").pagination().orElseThrow())
          .list()
          .toList();

      assertThat(users).isEqualTo(Shop.walk(api, "listUsers"));
      assertThat(api.requests("listUsers").subList(0, 5))
          .allSatisfy(request -> assertThat(request.method()).isEqualTo("QUERY"))
          .allSatisfy(request -> assertThat(request.body()).isEqualTo("{\"active\":true}"));
    }
  }

  @Test
  void parametersInTheBodyAreThoseOfTheQuery() throws Exception {
    try (MockApi api = MockApi.start(
        Shop.SPEC,
        MockOptions.newBuilder()
            .items(50)
            .applyFilters(true)
            .traits(Trait.query())
            .build())) {
      String get = Http.get(api, "/users?limit=3&active=true").body();
      assertThat(send(api, "QUERY", "application/json", "{\"limit\":3,\"active\":true}")
              .body())
          .isEqualTo(get);
      assertThat(send(api, "QUERY", "application/x-www-form-urlencoded", "limit=3&active=true")
              .body())
          .isEqualTo(get);
    }
  }

  @Test
  void aSearchByPostIsAnsweredAsWell() {
    try (MockApi api = Shop.start(Trait.query());
        ApiClient client = Shop.client(api)) {
      assertThat(client
              .request("/orders/search")
              .method("QUERY")
              .body(Map.of("query", Map.of()))
              .pagination(Shop.list("searchOrders").pagination().orElseThrow())
              .list()
              .toList())
          .hasSize(50)
          .isEqualTo(Shop.walk(api, "searchOrders"));
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "application/json, '{\"limit\":3}', 200",
    "application/json, '[]',            400",
    "application/json, 'no JSON',       400",
    "'',               '{\"limit\":3}', 400",
    "text/plain,       'limit=3',       415"
  })
  void aBodyOfAnotherTypeIsRefused(String type, String body, int status) throws Exception {
    try (MockApi api = Shop.start(Trait.query())) {
      HttpResponse<String> response = send(api, "QUERY", type, body);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      if (status == 415 || status == 200) {
        assertThat(response.headers().firstValue("Accept-Query"))
            .contains("application/json, application/x-www-form-urlencoded");
      }
    }
  }

  @Test
  void withoutTheTraitQueryIsNotAllowed() throws Exception {
    try (MockApi api = Shop.start()) {
      HttpResponse<String> response = send(api, "QUERY", "application/json", "{}");
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
    }
  }

  @ParameterizedTest(name = "HEAD {0}: {1}")
  @CsvSource({"/users, 200", "/health, 200", "/users?cursor=invented, 400", "/nowhere, 404"})
  void headAnswersAsGetWithoutABody(String path, int status) throws Exception {
    try (MockApi api = Shop.start()) {
      HttpResponse<String> get = Http.get(api, path);
      HttpResponse<String> head = HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(api.baseUrl() + path))
                  .method("HEAD", BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());

      assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(status);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().map()).isEqualTo(get.headers().map());
      assertThat(Http.get(api, path).body()).as("on the same connection").isEqualTo(get.body());
    }
  }

  @Test
  void headIsForOperationsWithGetOnly() throws Exception {
    try (MockApi api = Shop.start()) {
      HttpResponse<String> head = HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(api.baseUrl() + "/chat"))
                  .method("HEAD", BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());
      assertThat(head.statusCode()).isEqualTo(405);
    }
  }
}
