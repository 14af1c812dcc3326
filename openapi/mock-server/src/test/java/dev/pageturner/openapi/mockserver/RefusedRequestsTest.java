package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRequestsTest {
  private static final MockApi API = Shop.start(250);

  @AfterAll
  static void stop() {
    API.close();
  }

  @ParameterizedTest(name = "{0} {1}: {2}, {3}")
  @CsvSource(delimiter = '|', textBlock = """
      GET    | /users?cursor=nonsense          | 400 | cursor
      GET    | /users?cursor=MjA6MDphYmNkZWY   | 400 | cursor
      GET    | /users?limit=0                  | 400 | limit
      GET    | /users?limit=many               | 400 | limit
      GET    | /customers?offset=-1            | 400 | offset
      GET    | /invoices?page=two              | 400 | page
      GET    | /invoices?page=0                | 400 | page
      GET    | /payments?starting_after=pay    | 400 | starting_after
      GET    | /users/nobody                   | 404 | no such thing
      GET    | /nothing                        | 404 | no path
      GET    | /users/usr_a/b/c                | 404 | no path
      DELETE | /users                          | 405 | GET, POST
      POST   | /users                          | 400 | body is missing
      """)
  void eachSaysWhy(String method, String path, int status, String reason) throws Exception {
    HttpResponse<String> response = Http.send(API, method, path, "");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).contains(reason);
  }

  @Test
  void anErrorHasTheFormThatTheDocumentGivesIt() throws Exception {
    HttpResponse<String> response = Http.get(API, "/users/nobody");

    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    RawJson problem = RawJson.parse(response.body());
    assertThat(problem.get("status")).contains(RawJson.of(404));
    assertThat(problem.get("title")).isPresent();
  }

  @Test
  void anotherMethodIsToldWhichAreAllowed() throws Exception {
    assertThat(Http.send(API, "PUT", "/users", "{}").headers().firstValue("Allow"))
        .contains("GET, POST");
  }

  @Test
  void bodiesThatAreNotJsonAreRefused() throws Exception {
    assertThat(Http.send(API, "POST", "/users", "{\"name\":").statusCode()).isEqualTo(400);
  }

  @Test
  void aSizeAboveTheMaximumGetsTheMaximum() throws Exception {
    RawJson page = RawJson.parse(Http.get(API, "/users?limit=99999999999").body());

    assertThat(page.get("data").orElseThrow().elements()).hasSize(100);
  }

  @Test
  void aCursorOfOneListIsNoneOfAnother() throws Exception {
    RawJson page = RawJson.parse(Http.get(API, "/users").body());
    String cursor = page.at("/meta/next_cursor").orElseThrow().asString();

    assertThat(Http.get(API, "/users?cursor=" + cursor).statusCode()).isEqualTo(200);
    assertThat(Http.get(API, "/events?cursor=" + cursor).statusCode()).isEqualTo(400);
  }

  @Test
  void aCursorOutlivesTheServer() throws Exception {
    RawJson page = RawJson.parse(Http.get(API, "/users").body());
    String path = "/users?cursor=" + page.at("/meta/next_cursor").orElseThrow().asString();
    String before = Http.get(API, path).body();

    try (MockApi again = Shop.start(250)) {
      assertThat(Http.get(again, path).body()).isEqualTo(before);
    }
  }

  @Test
  void whatIsPastTheEndIsAnEmptyPage() throws Exception {
    RawJson page = RawJson.parse(Http.get(API, "/customers?offset=100000").body());

    assertThat(page.get("results").orElseThrow().elements()).isEmpty();
    assertThat(page.get("total")).contains(RawJson.of(250));
  }

  @Test
  void requiredParametersAreAskedFor() throws Exception {
    java.nio.file.Path spec = java.nio.file.Files.createTempFile("required", ".yaml");
    java.nio.file.Files.writeString(spec, """
        openapi: 3.0.3
        info: {title: Required, version: '1'}
        paths:
          /things:
            get:
              parameters:
                - {name: tenant, in: query, required: true, schema: {type: string}}
                - {name: X-Version, in: header, required: true, schema: {type: string}}
              responses: {'200': {description: OK}}
        """);
    try (MockApi api = MockApi.start(spec)) {
      HttpResponse<String> none = Http.get(api, "/things");
      HttpResponse<String> half = Http.get(api, "/things?tenant=a");

      assertThat(none.statusCode()).isEqualTo(400);
      assertThat(none.body()).contains("tenant");
      assertThat(half.statusCode()).isEqualTo(400);
      assertThat(half.body()).contains("X-Version");
      assertThat(Http.getUrl(api.url("/things?tenant=a").toString(), "X-Version", "1")
              .statusCode())
          .isEqualTo(200);
    } finally {
      java.nio.file.Files.delete(spec);
    }
  }
}
