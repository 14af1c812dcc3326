package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.auth.Credentials;
import dev.pageturner.content.Body;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the requests after the first one carry of its body, its headers and its credentials. */
class FollowingRequestsTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(String json) {
    server.enqueue(new MockResponse.Builder().body(json.replace('\'', '"')).build());
  }

  private ApiClient.Builder client() {
    return ApiClient.newBuilder().baseUrl(server.url("/").toString());
  }

  @Test
  void aTextIsSentOnceAndTheRestIsGot() throws Exception {
    answer("{'items':[1],'next':'t'}");
    answer("{'items':[2]}");
    Pagination pagination = Pagination.cursor("$.next", "token")
        .items("$.items")
        .newBuilder()
        .followingMethod("get")
        .build();
    try (ApiClient api = client().build()) {
      PagedIterable<RawJson> rows = api.request("/query")
          .body(new Body.Text("text/plain", "FROM rows"))
          .pagination(pagination)
          .list();
      assertThat(rows).extracting(RawJson::text).containsExactly("1", "2");
    }
    RecordedRequest first = server.takeRequest();
    assertThat(first.getBody().utf8()).isEqualTo("FROM rows");
    RecordedRequest second = server.takeRequest();
    assertThat(second.getMethod() + second.getTarget()).isEqualTo("GET/query?token=t");
    assertThat(second.getHeaders().get("Content-Type")).isNull();
  }

  @Test
  void aCursorGoesBackInAFieldOfTheForm() throws Exception {
    answer("{'ok':true,'members':[1],'next':'dG9=+'}");
    answer("{'ok':true,'members':[2],'next':''}");
    Pagination pagination =
        Pagination.cursor(Source.body("$.next"), Carrier.form("cursor")).items("$.members");
    try (ApiClient api = client().build()) {
      PagedIterable<RawJson> rows = api.request("/list")
          .body(new Body.Form(Map.of("channel", "C 1"), Map.of()))
          .pagination(pagination)
          .list();
      assertThat(rows).extracting(RawJson::text).containsExactly("1", "2");
    }
    String first = server.takeRequest().getBody().utf8();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getBody().utf8()).isEqualTo(first + "&cursor=dG9%3D%2B");
    assertThat(second.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
  }

  @Test
  void aFormKeepsTheFieldsThatAreNamed() throws Exception {
    answer("{'members':[1],'next':'t'}");
    answer("{'members':[2]}");
    Pagination pagination = Pagination.cursor(Source.body("$.next"), Carrier.form("cursor"))
        .items("$.members")
        .keeping("a");
    try (ApiClient api = client().build()) {
      PagedIterable<RawJson> rows = api.request("/list")
          .body(new Body.Form(Map.of("a", "x&y"), Map.of()))
          .pagination(pagination)
          .list();
      assertThat(rows).hasSize(2);
    }
    server.takeRequest();
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("a=x%26y&cursor=t");
  }

  @Test
  void theMediaTypeOfAJsonBodyStaysWhenACursorIsPutIntoIt() throws Exception {
    answer("{'items':[1],'next':'t'}");
    answer("{'items':[2]}");
    Pagination pagination =
        Pagination.cursor(Source.body("$.next"), Carrier.body("cursor")).items("$.items");
    try (ApiClient api = client().build()) {
      PagedIterable<RawJson> rows = api.request("/query")
          .body(new Body.Json("application/vnd.query+json", Map.of("q", 1)))
          .pagination(pagination)
          .list();
      assertThat(rows).hasSize(2);
    }
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getHeaders().get("Content-Type")).isEqualTo("application/vnd.query+json");
    assertThat(second.getBody().utf8()).isEqualTo("{\"q\":1,\"cursor\":\"t\"}");
  }

  @Test
  void aPostOfWhoseBodyNothingIsKeptHasNone() throws Exception {
    answer("{'items':[1],'next':'t'}");
    answer("{'items':[2]}");
    Pagination pagination =
        Pagination.cursor("$.next", "token").items("$.items").tokenAlone();
    try (ApiClient api = client().build()) {
      PagedIterable<RawJson> rows =
          api.request("/query").body(Map.of("q", 1)).pagination(pagination).list();
      assertThat(rows).hasSize(2);
    }
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getMethod() + second.getTarget()).isEqualTo("POST/query?token=t");
    assertThat(second.getBodySize()).isZero();
  }

  @Test
  void aTokenThatStandsAloneStillHasTheCredentialsBesideIt() throws Exception {
    answer("{'items':[1],'next':'t'}");
    answer("{'items':[2]}");
    Pagination pagination =
        Pagination.cursor("$.next", "token").items("$.items").tokenAlone();
    try (ApiClient api =
        client().credentials(Credentials.query("key", () -> "hush")).build()) {
      assertThat(api.list("/rows?type=A", RawJson.class, pagination)).hasSize(2);
    }
    assertThat(server.takeRequest().getUrl().queryParameter("key")).isEqualTo("hush");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/rows?token=t&key=hush");
  }

  @Test
  void aLinkThatTheProxyKnowsIsFollowedWithCredentials() throws Exception {
    answer("{'items':[1],'next':'http://inside:81/rows?page=2'}");
    answer("{'items':[2],'next':null}");
    Pagination pagination = Pagination.nextUrl("$.next").items("$.items").linksOnOrigin();
    try (ApiClient api = client().bearer(() -> "hush").build()) {
      assertThat(api.list("/rows", RawJson.class, pagination)).hasSize(2);
    }
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getTarget()).isEqualTo("/rows?page=2");
    assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer hush");
  }

  @Test
  void aLinkOfTheInsideIsRefusedUnlessItIsSaidWhatItMeans() {
    answer("{'items':[1],'next':'http://inside:81/rows?page=2'}");
    Pagination pagination = Pagination.nextUrl("$.next").items("$.items");
    try (ApiClient api = client().build()) {
      PagedIterator<RawJson> rows = api.list("/rows", RawJson.class, pagination).iterator();
      rows.next();
      assertThatThrownBy(rows::hasNext).isInstanceOf(PageturnerException.Paging.class);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRewrittenLinkStillMustNotCarryCredentialsOfItsOwn() {
    answer("{'items':[1],'next':'http://a:b@inside/rows?page=2'}");
    Pagination pagination = Pagination.nextUrl("$.next").items("$.items").linksOnOrigin();
    try (ApiClient api = client().build()) {
      PagedIterator<RawJson> rows = api.list("/rows", RawJson.class, pagination).iterator();
      rows.next();
      assertThatThrownBy(rows::hasNext).hasMessageContaining("credentials");
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aSecretInALinkObjectIsMaskedInCheckpointsAndPutBack() throws Exception {
    String link =
        "{'items':[1],'next':{'href':'/rows?api_key=hush','method':'POST','body':{'p':2}}}";
    answer(link);
    answer("{'items':[2]}");
    answer("{'items':[2]}");
    Pagination pagination = Pagination.linkObject("$.next").items("$.items");
    try (ApiClient api = client().build()) {
      PagedIterable<RawJson> rows = api.list("/rows?api_key=hush", RawJson.class, pagination);
      PagedIterator<RawJson> all = rows.iterator();
      all.next();
      assertThat(all.hasNext()).isTrue();
      assertThat(all.checkpoint().toString()).contains("***").doesNotContain("hush");
      assertThat(rows.startFrom(all.checkpoint())).hasSize(1);
    }
    server.takeRequest();
    server.takeRequest();
    RecordedRequest resumed = server.takeRequest();
    assertThat(resumed.getTarget()).isEqualTo("/rows?api_key=hush");
    assertThat(resumed.getBody().utf8()).isEqualTo("{\"p\":2}");
  }
}
