package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Event streams, whose data are lines. */
class StreamsTest {
  private static final String EVENTS =
      "event: a\ndata: {\"id\": 1,\ndata:  \"x\": 2.50}\n\ndata: hello\n\ndata: [1]\n\ndata: [DONE]\n\n";

  private final Cli cli = new Cli();
  private ItemsApi api;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(5, 2);
    api.before = request -> new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream; charset=utf-8")
        .body(EVENTS)
        .build();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void anAnswerThatTurnsOutToBeAStreamIsOne() {
    assertThat(cli.run("get", api.url("/events"))).as(cli.err()).isZero();
    assertThat(cli.lines()).containsExactly("{\"id\":1,\"x\":2.50}", "\"hello\"", "[1]");
    assertThat(cli.err()).startsWith("3 events, ").hasLineCount(1);
    assertThat(api.requests).hasSize(2);
  }

  @Test
  void aStreamThatIsSaidToBeOneIsAskedForOnce() {
    int code = cli.run("get", api.url("/events"), "--events", "-d", "{\"stream\":true}");
    assertThat(code).as(cli.err()).isZero();
    assertThat(cli.lines()).hasSize(3);
    assertThat(api.requests).singleElement().satisfies(request -> {
      assertThat(request.getMethod()).isEqualTo("POST");
      assertThat(request.getHeaders().get("Accept")).contains("text/event-stream");
    });
  }

  @Test
  void aWriteIsNotSentTwiceToFindOut() {
    assertThat(cli.run("get", api.url("/events"), "-d", "{\"stream\":true}")).isEqualTo(1);
    assertThat(api.requests).hasSize(1);
  }

  @Test
  void aStreamEndsAfterAsManyEventsAsAskedFor() {
    assertThat(cli.run("get", api.url("/events"), "--events", "--max-items", "2"))
        .isZero();
    assertThat(cli.lines()).containsExactly("{\"id\":1,\"x\":2.50}", "\"hello\"");
  }

  @Test
  void aStreamThatNobodyReadsAnyMoreIsStopped() {
    cli.stop.request();
    assertThat(cli.run("get", api.url("/events"), "--events")).isEqualTo(130);
    assertThat(cli.err()).startsWith("Interrupted after 0 items.");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--raw-pages", "--max-pages 2", "-o x --checkpoint y"})
  void aStreamHasNoPages(String options) {
    String line = "get " + api.url("/events") + " --events " + options;
    assertThat(cli.run(line.split(" "))).isEqualTo(2);
    assertThat(cli.err()).contains("--events knows no pages");
  }
}
