package dev.pageturner.openapi.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.ReadOptions;
import dev.pageturner.testing.PromptSockets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteReferencesTest {
  private static final ReadOptions ALLOWED = ReadOptions.defaults().withRemoteReferences(true);

  private final MockWebServer server = new MockWebServer();
  private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return answers.getOrDefault(
            request.getTarget(), new MockResponse.Builder().code(404).build());
      }
    });
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void noRequestIsSentUnlessAllowed() {
    answers.put("/a.yaml", text("A: {type: string}"));
    ApiDocument document = OpenApiReader.read(referringTo(url("/a.yaml#/A")));

    assertThat(server.getRequestCount()).isZero();
    assertThat(document.schemas().get("X").target().types()).isEmpty();
    assertThat(document.problems()).singleElement().asString().contains("not fetched");
  }

  @Test
  void relativeReferencesAreRelativeToTheUrlAndEachUrlIsFetchedOnce() {
    answers.put("/v1/sub/a.yaml", text("""
        A: {properties: {own: {$ref: '#/B'}, up: {$ref: '../c.json#/C'}, root: {$ref: /d.yaml}}}
        B: {type: boolean}
        """));
    answers.put("/v1/c.json", text("{\"C\": {\"items\": {\"$ref\": \"sub/a.yaml#/B\"}}}"));
    answers.put("/d.yaml", text("type: integer"));
    ApiDocument document = read(url("/v1/sub/a.yaml#/A"));

    var properties = document.schemas().get("X").target().properties();
    assertThat(document.problems()).isEmpty();
    assertThat(properties.get("own").target().types()).containsExactly("boolean");
    assertThat(properties.get("up").target().items().orElseThrow().target().types())
        .containsExactly("boolean");
    assertThat(properties.get("root").target().types()).containsExactly("integer");
    assertThat(server.getRequestCount()).isEqualTo(3);
    assertThat(document.files()).containsExactly("api.yaml");
  }

  @ParameterizedTest
  @CsvSource({"404, status 404", "500, status 500", "304, another origin"})
  void whatCannotBeHadIsAnErrorOfTheReference(int status, String reason) {
    answers.put("/a.yaml", new MockResponse.Builder().code(status).build());

    assertThatThrownBy(() -> read(url("/a.yaml?token=s3cret")))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith("api.yaml:4 #/components/schemas/X/$ref: the remote document")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> read(url("/a.yaml"))).hasMessageContaining(reason);
  }

  @Test
  void noServerIsAnErrorOfTheReference() {
    String url = url("/a.yaml");
    server.close();

    assertThatThrownBy(() -> read(url))
        .hasMessageContaining("#/components/schemas/X/$ref")
        .hasMessageContaining("no connection");
  }

  @Test
  void aBrokenRemoteDocumentIsToldWithItsUrlButNotItsQuery() {
    answers.put("/a.yaml?token=s3cret", text("A: {type: [\n"));

    assertThatThrownBy(() -> read(url("/a.yaml?token=s3cret")))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith(url("/a.yaml:"))
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void redirectsWithinTheOriginAreFollowedAndMoveTheBase() {
    answers.put("/latest.yaml", redirect("/v2/a.yaml"));
    answers.put("/v2/a.yaml", text("A: {$ref: 'b.yaml'}"));
    answers.put("/v2/b.yaml", text("type: number"));

    assertThat(read(url("/latest.yaml#/A")).schemas().get("X").target().types())
        .containsExactly("number");
  }

  @Test
  void redirectsThatGoRoundAreAnErrorAfterOneRequestEach() {
    answers.put("/a.yaml", redirect("/b.yaml"));
    answers.put("/b.yaml", redirect("/a.yaml"));

    assertThatThrownBy(() -> read(url("/a.yaml"))).hasMessageContaining("redirected in a circle");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void redirectsThatNeverEndAreCutOff() {
    IntStream.range(0, 50).forEach(i -> answers.put("/" + i, redirect("/" + (i + 1))));

    assertThatThrownBy(() -> read(url("/0"))).hasMessageContaining("more than 5 times");
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"http://localhost:1/a.yaml", "file:///etc/passwd", "https://127.0.0.1/a.yaml"})
  void redirectsElsewhereAreRefused(String target) {
    answers.put("/a.yaml", redirect(target));

    assertThatThrownBy(() -> read(url("/a.yaml")))
        .hasMessageContaining("redirected to another origin");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd, names a scheme",
    "FILE:secret.yaml, names a scheme",
    "jar:file:x.jar!/a, names a scheme",
    "'http://user:s3cret@127.0.0.1/a', no URL",
    "../../../secret.yaml, status 404",
    "secret.yaml, status 404",
    "/secret.yaml, status 404"
  })
  void aRemoteDocumentNeverRefersToFiles(String ref, String message) {
    Documents.write(folder, "secret.yaml", "type: string");
    answers.put("/v1/a.yaml", text("A: {$ref: '" + ref + "'}"));

    assertThatThrownBy(() -> read(url("/v1/a.yaml#/A")))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageStartingWith(url("/v1/a.yaml:1 #/A/$ref: "))
        .hasMessageContaining(message)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aPointerToNothingIsAWarning() {
    answers.put("/a.yaml", text("A: {type: string}"));

    assertThat(read(url("/a.yaml#/B")).problems()).singleElement().asString().contains("nothing");
  }

  @Test
  void aBodyThatStopsComingIsAnErrorAfterTheTimeLimit() {
    answers.put(
        "/a.yaml",
        new MockResponse.Builder()
            .body("A: {type: string}")
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());
    Problems problems = new Problems();
    RemoteDocuments documents =
        new RemoteDocuments(new RemoteFetch(Duration.ofMillis(200)), problems);

    assertThat(documents.tree(url("/a.yaml"), new Location("api.yaml", 1, ""))).isEmpty();
    assertThat(problems.all())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .contains("not complete after 200 ms");
  }

  @Test
  void aBodyLargerThanAllowedIsCutOff() throws IOException {
    answers.put("/a.yaml", text("x".repeat(100_000)));
    RemoteFetch fetch = new RemoteFetch(Duration.ofSeconds(30));

    assertThatThrownBy(() -> fetch.get(HttpUrl.get(url("/a.yaml")), 99_999))
        .hasMessageMatching("(?s).*larger than \\d+ MiB.*");
    assertThat(fetch.get(HttpUrl.get(url("/a.yaml")), 100_000).body()).hasSize(100_000);
  }

  @Test
  void documentsWithoutEndAreCutOff() {
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        int number = Integer.parseInt(request.getTarget().substring(1));
        return text("properties: {next: {$ref: '" + (number + 1) + "'}}");
      }
    });

    assertThatThrownBy(() -> read(url("/0")))
        .hasMessageContaining("more than 1000 are referred to");
    assertThat(server.getRequestCount()).isEqualTo(RemoteDocuments.MAX_DOCUMENTS);
  }

  private ApiDocument read(String ref) {
    return OpenApiReader.read(referringTo(ref), ALLOWED);
  }

  private Path referringTo(String ref) {
    return Documents.write(folder, "api.yaml", """
        openapi: 3.0.3
        components:
          schemas:
            X: {$ref: '%s'}
        paths: {}
        """.formatted(ref));
  }

  private String url(String target) {
    return "http://127.0.0.1:" + server.getPort() + target;
  }

  private static MockResponse text(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse redirect(String target) {
    return new MockResponse.Builder().code(302).setHeader("Location", target).build();
  }
}
