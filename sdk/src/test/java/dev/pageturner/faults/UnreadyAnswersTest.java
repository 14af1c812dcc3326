package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses with status 2xx that are no answer, or none yet. */
@Timeout(60)
class UnreadyAnswersTest extends ServerCase {
  private static final RawServer.Script PAGE = RawServer.json("{'items': ['ada']}");
  private static final RawServer.Script OBJECT = RawServer.json("{'id': 1}");

  private static RawServer.Script answer(String status, String headers, String body) {
    return RawServer.says("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
        + body.length() + "\r\n\r\n" + body);
  }

  private RawServer server(RawServer.Script... scripts) throws IOException {
    return closing(new RawServer(scripts));
  }

  @ParameterizedTest(name = "202 with {0}")
  @ValueSource(strings = {"{}", "", "[]", "{\"items\":[]}"})
  void acceptedIsNoPage(String body) throws Exception {
    RawServer server = server(answer("202 Accepted", "", body), PAGE);

    assertThat(names(client(server.url()), CURSOR).toList()).containsExactly("ada");
    assertThat(waits).hasSize(1);
  }

  @Test
  void acceptedIsNoObject() throws Exception {
    RawServer server = server(answer("202 Accepted", "", "{}"), OBJECT);

    assertThat(client(server.url()).get("/job", RawJson.class).text()).contains("id");
  }

  @Test
  void acceptedForGoodIsAnErrorThatNamesIt() throws Exception {
    RawServer server = server(answer("202 Accepted", "", "{\"state\":\"running\"}"));

    PageturnerException failure =
        failure(() -> names(client(server.url()), CURSOR).toList());

    assertThat(failure.kind()).isEqualTo(Kind.HTTP_STATUS);
    assertThat(failure).hasMessageContaining("status 202");
    assertThat(((PageturnerException.Status) failure).body()).contains("running");
    assertThat(server.requests()).isEqualTo(5);
  }

  @Test
  void acceptedWithRetryAfterIsWaitedForMoreOftenThanRetriesAllow() throws Exception {
    RawServer.Script later = answer("202 Accepted", "Retry-After: 7\r\n", "");
    RawServer server = server(later, later, later, later, later, later, later, PAGE);

    assertThat(names(client(server.url()), CURSOR).toList()).containsExactly("ada");
    assertThat(waits).hasSize(7).containsOnly(Duration.ofSeconds(7));
  }

  @Test
  void acceptedWithRetryAfterBeyondTheTimeOfTheCallIsAnErrorAtOnce() throws Exception {
    RawServer server = server(answer("202 Accepted", "Retry-After: 7\r\n", ""));
    var request = client(server.url()).request("/job").timeout(Duration.ofSeconds(5));

    PageturnerException failure = failure(() -> request.get(RawJson.class));

    assertThat(failure).hasMessageContaining("status 202");
    assertThat(((PageturnerException.Status) failure).retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void acceptedWithLocationIsAskedForThere() throws Exception {
    RawServer server = server(answer("202 Accepted", "Location: /jobs/1\r\n", ""), OBJECT);

    client(server.url()).get("/reports", RawJson.class);

    assertThat(server.heads().get(1)).startsWith("GET /jobs/1 ");
    assertThat(waits).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void acceptedWithLocationElsewhereIsNotFollowed() throws Exception {
    String elsewhere = "Location: http://elsewhere.invalid/jobs/1\r\n";
    RawServer server = server(answer("202 Accepted", elsewhere, ""));

    PageturnerException failure =
        failure(() -> client(server.url()).get("/reports", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.UNSAFE_LINK);
  }

  @Test
  void acceptedPostIsAnswered() throws Exception {
    RawServer server = server(answer("202 Accepted", "", "{\"job\":1}"));

    assertThat(client(server.url()).post("/jobs", Map.of(), RawJson.class).text())
        .contains("job");
    assertThat(
            client(server.url()).request("/jobs/1").send("GET", RawJson.class).status())
        .isEqualTo(202);
  }

  @Test
  void listByPostThatIsAcceptedOnlyIsAnError() throws Exception {
    RawServer server = server(answer("202 Accepted", "", "{\"items\":[]}"), PAGE);
    var search = client(server.url()).request("/search").method("POST").body(Map.of());

    PageturnerException failure =
        failure(() -> search.pagination(CURSOR).list(String.class).toList());

    assertThat(failure).hasMessageContaining("status 202");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void emptyPageWithStatus200IsAskedForAgain() throws Exception {
    RawServer server = server(answer("200 OK", "", ""), PAGE);

    assertThat(names(client(server.url()), CURSOR).toList()).containsExactly("ada");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"Content-Length: 0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"})
  void emptyBodyWithStatus200IsNoEmptyPage(String end) throws Exception {
    RawServer server = server(RawServer.says("HTTP/1.1 200 OK\r\n" + end));

    PageturnerException failure =
        failure(() -> names(client(server.url()), CURSOR).toList());

    assertThat(failure.kind()).isEqualTo(Kind.PARSE);
    assertThat(failure).hasMessageContaining("no content with status 200");
    assertThat(server.requests()).isEqualTo(5);
  }

  @Test
  void status204IsAnEmptyPage() throws Exception {
    RawServer server = server(RawServer.says("HTTP/1.1 204 No Content\r\n\r\n"));

    assertThat(names(client(server.url()), CURSOR).toList()).isEmpty();
  }

  @Test
  void objectThatIsMissingNamesItsRequest() throws Exception {
    RawServer server = server(RawServer.says("HTTP/1.1 204 No Content\r\n\r\n"));

    PageturnerException failure = failure(() -> client(server.url()).get("/user", RawJson.class));

    assertThat(failure).hasMessageContaining("no content with status 204 from /user");
    assertThat(failure.request()).isPresent();
  }

  @ParameterizedTest(name = "Content-Length: {0}")
  @ValueSource(strings = {"-5", "-9223372036854775808"})
  void negativeLengthIsAFailureOfTheServer(String length) throws Exception {
    RawServer server = server(
        RawServer.saysAndCloses("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n{}"));

    PageturnerException failure = failure(() -> client(server.url()).get("/user", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
  }
}
