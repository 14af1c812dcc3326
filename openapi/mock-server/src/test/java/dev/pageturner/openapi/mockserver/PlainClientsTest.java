package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Clients that follow pages by hand. */
class PlainClientsTest {
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  @Test
  void aLoopOverCursorsSeesEachUserOnce() throws Exception {
    Set<String> ids = new HashSet<>();
    try (MockApi api = Shop.start(95)) {
      OkHttpClient client = new OkHttpClient();
      Optional<String> cursor = Optional.empty();
      do {
        okhttp3.HttpUrl.Builder url = api.url("/users").newBuilder();
        cursor.ifPresent(text -> url.addQueryParameter("cursor", text));
        try (Response response =
            client.newCall(new Request.Builder().url(url.build()).build()).execute()) {
          RawJson page = RawJson.parse(response.body().string());
          page.get("data")
              .orElseThrow()
              .elements()
              .forEach(user -> ids.add(user.get("id").orElseThrow().asString()));
          cursor =
              page.at("/meta/next_cursor").filter(next -> !next.isNull()).map(RawJson::asString);
        }
      } while (cursor.isPresent());

      assertThat(ids).hasSize(95);
      assertThat(api.requests("listUsers")).hasSize(5);
    }
  }

  @Test
  void linksLeadBackToTheSameServer() throws Exception {
    try (MockApi api = Shop.start(95)) {
      String url = api.url("/webhooks?per_page=40").toString();
      int pages = 0;
      Optional<String> next = Optional.of(url);
      while (next.isPresent()) {
        assertThat(next.get()).startsWith(api.baseUrl() + "/webhooks?").contains("per_page=40");
        HttpResponse<String> response = Http.getUrl(next.get());
        Matcher link = NEXT.matcher(response.headers().firstValue("Link").orElse(""));
        next = link.find() ? Optional.of(link.group(1)) : Optional.empty();
        pages++;
      }
      assertThat(pages).isEqualTo(3);
    }
  }

  @Test
  void pagesOfALinkListMayBeCountedToo() throws Exception {
    try (MockApi api = Shop.start(95)) {
      RawJson third =
          RawJson.parse(Http.get(api, "/webhooks?page=3&per_page=40").body());

      assertThat(third.elements()).hasSize(15);
    }
  }

  @Test
  void aStreamHasEvents() throws Exception {
    try (MockApi api = Shop.start(1)) {
      HttpResponse<String> response = Http.send(api, "POST", "/chat", "{\"prompt\":\"Hello\"}");

      assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
      assertThat(response.body()).startsWith("id: 0\ndata: {").endsWith("}\n\n");
      assertThat(response.body().split("\n\n")).hasSize(10);
    }
  }

  @Test
  void aDownloadHasItsMediaTypeAndBytes() throws Exception {
    try (MockApi api = Shop.start(1)) {
      HttpResponse<String> response = Http.get(api, "/invoices/any/pdf");

      assertThat(response.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(response.body()).isNotEmpty();
    }
  }

  @Test
  void requestsAreKeptAsTheyCame() throws Exception {
    try (MockApi api = Shop.start(1)) {
      Http.send(api, "POST", "/users?dry=a%20b", "{\"name\":\"Ö\"}");
      Http.get(api, "/unknown");

      MockRequest request = api.requests("POST /users").get(0);
      assertThat(request.query("dry")).contains("a b");
      assertThat(request.header("content-type")).contains("application/json");
      assertThat(request.body()).isEqualTo("{\"name\":\"Ö\"}");
      assertThat(request).hasToString("POST /v1/users?dry=a%20b");
      assertThat(api.requests()).hasSize(2);
    }
  }

  @Test
  void onlyTheLastRequestsAreKept() throws Exception {
    MockOptions options = MockOptions.newBuilder().recordedRequests(3).build();
    try (MockApi api = MockApi.start(Shop.SPEC, options)) {
      for (int i = 0; i < 5; i++) {
        Http.get(api, "/users?n=" + i);
      }
      assertThat(api.requests("listUsers"))
          .extracting(one -> one.query("n").orElseThrow())
          .containsExactly("2", "3", "4");
      assertThat(api.operation("listUsers").requestCount()).isEqualTo(5);
    }
  }
}
