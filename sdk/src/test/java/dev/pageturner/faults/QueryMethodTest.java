package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiResponse;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import dev.pageturner.testing.TestedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QUERY reads by a body (RFC 10008). */
@Timeout(60)
class QueryMethodTest extends ServerCase {
  private static final Pagination CURSOR_IN_BODY =
      Pagination.cursor(Source.body("$.next"), Carrier.body("$.cursor")).items("$.items");

  private TestedRequest search() {
    return client().request("/search").method("QUERY").body(Map.of("name", "a*"));
  }

  private List<String> sent() throws Exception {
    List<String> sent = new ArrayList<>();
    while (sent.size() < server.getRequestCount()) {
      RecordedRequest request = server.takeRequest();
      String body = request.getBody() == null ? "" : request.getBody().utf8();
      sent.add((request.getMethod() + " " + request.getTarget() + " " + body).strip());
    }
    return sent;
  }

  @Test
  void listByQuerySendsTheBodyAndTheCursorInIt() throws Exception {
    server.enqueue(json("{'items': ['ada'], 'next': 'c2'}"));
    server.enqueue(json("{'items': ['bob'], 'next': null}"));

    assertThat(search().pagination(CURSOR_IN_BODY).list(String.class))
        .containsExactly("ada", "bob");

    assertThat(sent())
        .containsExactly(
            "QUERY /search {\"name\":\"a*\"}", "QUERY /search {\"name\":\"a*\",\"cursor\":\"c2\"}");
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {429, 500, 503})
  void queryIsRepeatedWithoutBeingAsked(int status) throws Exception {
    server.enqueue(status(status));
    server.enqueue(json("{'items': ['ada']}"));

    assertThat(search().pagination(CURSOR).list(String.class)).containsExactly("ada");

    assertThat(sent()).containsOnly("QUERY /search {\"name\":\"a*\"}").hasSize(2);
  }

  @Test
  void queryWithoutABodyIsSentWithAnEmptyOne() throws Exception {
    server.enqueue(json("{'id': 1}"));

    client().request("/search").send("QUERY", RawJson.class);

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("QUERY");
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {301, 302, 307, 308})
  void redirectKeepsMethodAndBody(int status) throws Exception {
    server.enqueue(status(status, "Location", "/v2/search"));
    server.enqueue(json("{'items': ['ada']}"));

    assertThat(search().pagination(CURSOR).list(String.class)).containsExactly("ada");

    assertThat(sent())
        .containsExactly("QUERY /search {\"name\":\"a*\"}", "QUERY /v2/search {\"name\":\"a*\"}");
  }

  @Test
  void seeOtherIsFollowedByGetWithoutTheBodyAndWhatDescribesIt() throws Exception {
    server.enqueue(status(303, "Location", "/results/7"));
    server.enqueue(status(503));
    server.enqueue(json("{'items': ['ada'], 'next': 'c2'}"));
    server.enqueue(json("{'items': ['bob']}"));

    assertThat(search().pagination(CURSOR).list(String.class)).containsExactly("ada", "bob");

    server.takeRequest();
    for (int i = 0; i < 2; i++) {
      RecordedRequest result = server.takeRequest();
      assertThat(result.getMethod() + " " + result.getTarget()).isEqualTo("GET /results/7");
      assertThat(result.getHeaders().get("Content-Type")).isNull();
      assertThat(result.getBody()).isNull();
    }
    assertThat(server.takeRequest().getTarget()).isEqualTo("/search?cursor=c2");
  }

  @ParameterizedTest(name = "status {0} may go to an allowed origin: {1}")
  @CsvSource({"301, false", "302, false", "303, true", "307, false", "308, false"})
  void onlyARedirectThatLeavesTheBodyBehindMayGoToAnAllowedOrigin(int status, boolean followed)
      throws Exception {
    MockWebServer other = closing(new MockWebServer());
    other.start();
    server.enqueue(status(status, "Location", other.url("/r").toString()));
    other.enqueue(json("{'id': 1}"));
    ApiClient client = builder().allowOrigin(other.url("/").toString()).build();
    TestedRequest request = tested(client).request("/search").body(Map.of("name", "a*"));

    if (followed) {
      ApiResponse<RawJson> response = request.send("QUERY", RawJson.class);
      assertThat(response.body()).isPresent();
      assertThat(other.takeRequest().getMethod()).isEqualTo("GET");
    } else {
      PageturnerException failure = failure(() -> request.send("QUERY", RawJson.class));
      assertThat(failure.kind()).isEqualTo(Kind.UNSAFE_LINK);
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void answerThatIsNotReadyIsWaitedForWhereTheServerSays() throws Exception {
    server.enqueue(status(202, "Location", "/jobs/7"));
    server.enqueue(json("{'items': ['ada']}"));

    assertThat(search().pagination(CURSOR).list(String.class)).containsExactly("ada");

    assertThat(sent()).containsExactly("QUERY /search {\"name\":\"a*\"}", "GET /jobs/7");
  }

  @Test
  void answerNamesTheGetThatEqualsTheQuery() throws Exception {
    server.enqueue(json("{'id': 1}")
        .newBuilder()
        .addHeader("Location", "/queries/42")
        .addHeader("Content-Location", "/results/7")
        .build());

    ApiResponse<RawJson> response =
        client().request("/search").body(Map.of("name", "a*")).send("QUERY", RawJson.class);

    assertThat(response.header("location")).contains("/queries/42");
    assertThat(response.header("Content-Location")).contains("/results/7");
    assertThat(response.header("ETag")).isEmpty();
  }

  @Test
  void checkpointOfOneQueryIsRefusedByAnother() throws Exception {
    server.enqueue(json("{'items': ['ada'], 'next': 'c2'}"));
    server.enqueue(json("{'items': ['bob'], 'next': null}"));
    var names = search().pagination(CURSOR_IN_BODY).list(String.class).iterator();
    names.next();
    var checkpoint = names.checkpoint();
    var another = client()
        .request("/search")
        .method("QUERY")
        .body(Map.of("name", "b*"))
        .pagination(CURSOR_IN_BODY)
        .list(String.class);

    PageturnerException failure = failure(() -> another.startFrom(checkpoint).toList());

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(sent()).noneMatch(request -> request.contains("b*"));
  }
}
