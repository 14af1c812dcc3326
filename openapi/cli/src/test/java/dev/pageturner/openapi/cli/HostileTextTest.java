package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A terminal obeys nothing of what a document or a server says. */
class HostileTextTest {
  /** Clears the screen, goes to the line's start, sets the title (C1), turns the text around. */
  private static final String JSON =
      "\\u001b[2J\\rX\\u009b5m\\u0085\\u202eevil\\u2066\\u200f\\u2028";

  /** What of the above text may stand in a JSON text as it is. */
  private static final String RAW = "X\u009b5m\u0085\u202eevil\u2066\u200f\u2028";

  private static final String DOCUMENT = """
      {"openapi": "3.0.3", "info": {"title": "T%1$s", "version": "%1$s"},
       "servers": [{"url": "http://localhost/{v%1$s}", "variables": {"v%1$s": {"default": "x"}}}],
       "tags": [{"name": "t%1$s", "description": "%1$s"}],
       "paths": {"/things%1$s": {"get": {
         "operationId": "list%1$s", "summary": "%1$s", "tags": ["t%1$s"],
         "parameters": [
           {"name": "cursor%1$s", "in": "query", "schema": {"type": "string"}, "description": "%1$s"},
           {"name": "cursor", "in": "query", "schema": {"type": "string"}},
           {"name": "id%1$s", "in": "path", "required": true, "schema": {"type": "string"}}],
         "responses": {"200": {"content": {"application/json": {"schema": {"type": "object",
           "properties": {"next_cursor": {"type": "string", "description": "%1$s"},
             "data%1$s": {"type": "array", "items": {"type": "object", "properties": {
               "id": {"type": "string"}, "n%1$s": {"$ref": "#/%1$s"}}}}}}}}}}}}}}
      """.formatted(JSON);

  private final MockWebServer server = new MockWebServer();

  private final Cli cli = new Cli();

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    server.start();
    cli.shown = true;
    cli.terminal = true;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<List<String>> commandsOnDocuments() {
    return Stream.of(
        List.of("detect", "SPEC"),
        List.of("detect", "SPEC", "--all"),
        List.of("detect", "SPEC", "--format", "jsonl"),
        List.of("detect", "SPEC", "--overrides", "OVERRIDES"),
        List.of("detect", "BROKEN"),
        List.of("generate", "SPEC", "--package", "com.example", "--out", "OUT"),
        List.of("generate", "BROKEN", "--package", "com.example", "--out", "OUT"),
        List.of("export", "SPEC", "no such operation"),
        List.of("export", "SPEC", "GET /things" + shown()),
        List.of("export", "SPEC", "GET /things" + shown(), "--param", "none=1"),
        List.of(
            "export",
            "SPEC",
            "GET /things" + shown(),
            "--param",
            "id" + shown() + "=1",
            "--dry-run"),
        List.of("mock", "SPEC"));
  }

  /** The text itself, of which a caller names an operation. */
  private static String shown() {
    return RawJson.parse("\"" + JSON + "\"").asString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commandsOnDocuments")
  void whatADocumentSaysIsNotObeyed(List<String> command) throws Exception {
    Path spec = Files.writeString(folder.resolve("api.json"), DOCUMENT);
    Path broken =
        Files.writeString(folder.resolve("broken.json"), DOCUMENT.replace("\"#/", "\"../outside/"));
    Path overrides = Files.writeString(
        folder.resolve("overrides.json"),
        "{\"operations\": {\"none%1$s\": {\"style\": \"%1$s\"}}}".formatted(JSON));
    cli.stop.request();

    cli.run(command.stream()
        .map(word -> word.replace("SPEC", spec.toString())
            .replace("OVERRIDES", overrides.toString())
            .replace("BROKEN", broken.toString())
            .replace("OUT", folder.resolve("out").toString()))
        .toArray(String[]::new));

    assertThat(cli.out() + cli.err()).isNotEmpty();
    assertHarmless();
  }

  @Test
  void itemsAreTheSameJsonWithoutAnythingToObey() {
    server.enqueue(json("[{\"a\":\"" + RAW + "\"}]"));

    assertThat(cli.run("get", server.url("/a").toString(), "--explain")).isZero();

    assertHarmless();
    assertThat(cli.lines())
        .containsExactly("{\"a\":\"X\\u009b5m\\u0085\\u202eevil\\u2066\\u200f\\u2028\"}");
  }

  @Test
  void itemsThatAreNotShownStayAsTheyAre() {
    cli.shown = false;
    server.enqueue(json("[{\"a\":\"" + RAW + "\"}]"));

    assertThat(cli.run("get", server.url("/a").toString())).isZero();

    assertThat(cli.out()).isEqualTo("{\"a\":\"" + RAW + "\"}\n");
  }

  @Test
  void whatAServerSaysOfAnErrorIsNotObeyed() {
    server.enqueue(new MockResponse.Builder()
        .code(400)
        .setHeader("Content-Type", "text/plain")
        .body("\u001b[2J\rno: " + RAW)
        .build());

    assertThat(cli.run("get", server.url("/a").toString(), "--explain")).isEqualTo(1);

    assertThat(cli.err()).contains("no: X\\u009b5m");
    assertHarmless();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void whatAServerAnswersIsNotObeyed(String body) {
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return json(body);
      }
    });

    cli.run("get", server.url("/a").toString(), "--explain", "--retries", "0");
    assertHarmless();
    cli.run(
        "get",
        server.url("/a").toString(),
        "--raw",
        "--explain",
        "--pagination",
        "cursor",
        "--next",
        "$.next",
        "--send",
        "query:cursor");
    assertHarmless();
  }

  static Stream<String> answers() {
    return Stream.of(
        "{\"a\":[],\"next\":\"" + JSON + "\"}",
        "{\"next\":\"" + RAW + "\",\"data" + RAW + "\":[1],\"has_more\":true}",
        "{\"data\":[1],\"next\":\"http://else.example/" + RAW + "\"}",
        "{\"links\":{\"next\":\"/x?" + JSON + "\"},\"data\":[{\"n\":1}]}",
        "\u001b[2J\r" + RAW,
        "{\"data\":[1," + RAW,
        "{\"error\":\"" + RAW + "\"}");
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  /** What the progress bar writes itself is left out. */
  private void assertHarmless() {
    String printed = (cli.out() + cli.err())
        .replace("\r\u001b[K", "")
        .replace("\u001b[?7l", "")
        .replace("\u001b[?7h", "");
    assertThat(printed
            .codePoints()
            .filter(c -> c != '\n' && isObeyed(c))
            .mapToObj(Integer::toHexString))
        .as(printed)
        .isEmpty();
  }

  private static boolean isObeyed(int c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == 0x61c
        || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
