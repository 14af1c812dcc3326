package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private final Cli cli = new Cli();
  private ItemsApi api;
  private Path har;
  private Path trace;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(5, 2);
    har = folder.resolve("run.har");
    trace = folder.resolve("run.html");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private RawJson log() throws IOException {
    return RawJson.parse(Files.readString(har)).get("log").orElseThrow();
  }

  private static String at(RawJson json, String pointer) {
    RawJson value = json.at(pointer).orElseThrow(() -> new AssertionError(pointer + " in " + json));
    return value.kind() == RawJson.Kind.STRING ? value.asString() : value.text();
  }

  @Test
  void aHarFileHasEachRequestAndItsResponse() throws IOException {
    boolean[] failed = {false};
    api.before = request -> {
      boolean first = !failed[0];
      failed[0] = true;
      return first
          ? new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build()
          : null;
    };
    assertThat(cli.run("get", api.url("/items?q=%C3%A9"), "--har", har.toString()))
        .isZero();
    RawJson log = log();
    assertThat(at(log, "/version")).isEqualTo("1.2");
    List<RawJson> entries = log.get("entries").orElseThrow().elements();
    assertThat(entries)
        .extracting(entry -> at(entry, "/response/status"))
        .containsExactly("503", "200", "200", "200");
    assertThat(entries.get(0).text()).contains("\"Retry-After\"").doesNotContain("Pageturner-");
    RawJson second = entries.get(2);
    assertThat(at(second, "/request/url")).isEqualTo(api.url("/items?q=%C3%A9&cursor=c2"));
    assertThat(at(second, "/request/queryString/0/value")).isEqualTo("é");
    assertThat(at(second, "/request/method")).isEqualTo("GET");
    assertThat(
            RawJson.parse(at(second, "/response/content/text")).at("/items/0").map(RawJson::text))
        .contains(ItemsApi.item(2));
    assertThat(at(second, "/response/content/mimeType")).isEqualTo("application/json");
    assertThat(Instant.parse(at(second, "/startedDateTime"))).isBefore(Instant.now());
    assertThat(second.at("/time").orElseThrow().asNumber()).isPositive();
    assertThat(second.at("/cache")).isPresent();
  }

  @Test
  void aHarFileHoldsWhatWasPackedUnpacked() throws IOException {
    api.before = request -> new MockResponse.Builder()
        .addHeader("Content-Encoding", "gzip")
        .body(gzip("[1,2]"))
        .build();
    cli.run("get", api.url("/items"), "--har", har.toString(), "--pagination", "one-page");
    assertThat(cli.lines()).containsExactly("1", "2");
    assertThat(at(log(), "/entries/0/response/content/text")).isEqualTo("[1,2]");
  }

  private static Buffer gzip(String text) {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed;
  }

  @Test
  void aHarFileIsWholeAtEachRequest() throws IOException {
    Files.writeString(har, "x".repeat(100_000));
    List<Integer> entries = new ArrayList<>();
    api.before = request -> {
      entries.add(entries());
      return null;
    };
    assertThat(cli.run("get", api.url("/items"), "--har", har.toString())).isZero();
    assertThat(entries).containsExactly(0, 1, 2);
    assertThat(entries()).isEqualTo(3);
  }

  private int entries() {
    try {
      return log().get("entries").orElseThrow().elements().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFailedRunIsRecordedToo() throws IOException {
    api.failAt("c2", 404);
    assertThat(cli.run(
            "get",
            api.url("/items"),
            "--items",
            "$.items",
            "--next",
            "$.next_cursor",
            "--send",
            "query:cursor",
            "--har",
            har.toString(),
            "--trace",
            trace.toString()))
        .isEqualTo(1);
    assertThat(log().get("entries").orElseThrow().elements()).hasSize(2);
    assertThat(Files.readString(trace)).contains("request failed", "Failed: status 404 from");
  }

  @Test
  void aTraceHasARowForEachRequestWaitAndRetry() throws IOException {
    boolean[] failed = {false};
    api.before = request -> {
      boolean fail = !failed[0] && request.getTarget().contains("c2");
      failed[0] |= fail;
      return fail
          ? new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build()
          : null;
    };
    assertThat(cli.run("get", api.url("/items"), "--trace", trace.toString())).isZero();
    String page = Files.readString(trace);
    assertThat(Pattern.compile("<g class=\"row request\">").matcher(page).results())
        .hasSize(3);
    assertThat(Pattern.compile("<g class=\"row request failed\">").matcher(page).results())
        .hasSize(1);
    assertThat(page)
        .contains("page 2, retry 1", "503", "Recognised: Pagination[")
        .contains("Ended, end of list: 5 items, 3 pages")
        .doesNotContainPattern("(src|href)=")
        .contains("default-src 'none'");
  }

  @Test
  void whatAServerSaysIsTextInTheTrace() throws IOException {
    api.before = request -> ItemsApi.json(
        request.getTarget().contains("<") || request.getTarget().contains("%3C")
            ? "{\"items\":[]}"
            : "{\"items\":[1],\"next_cursor\":\"<script>alert(1)</script>\"}");
    assertThat(cli.run("get", api.url("/items?q=</title>"), "--trace", trace.toString()))
        .isZero();
    assertThat(Files.readString(trace)).doesNotContain("<script>alert", "q=</title>");
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() {
    assertThat(cli.run("get", api.url("/items"), "--har", "/no/such/folder/run.har"))
        .isEqualTo(1);
    assertThat(cli.err()).isEqualTo("pageturner: /no/such/folder/run.har cannot be written\n");
    assertThat(cli.run("get", api.url("/items"), "-o", "/no/such/folder/out")).isEqualTo(1);
    assertThat(cli.err()).startsWith("pageturner: /no/such/folder/out cannot be opened");
    assertThat(cli.run("get", api.url("/items"), "--trace", "/no/such/folder/x.html"))
        .isEqualTo(1);
    assertThat(cli.err()).isEqualTo("pageturner: /no/such/folder/x.html cannot be written\n");
    String out = folder.resolve("out").toString();
    assertThat(cli.run("get", api.url("/items"), "-o", out, "--checkpoint", "/no/such/folder/c"))
        .isEqualTo(1);
    assertThat(cli.err()).isEqualTo("pageturner: /no/such/folder/c cannot be written\n");
    assertThat(api.requests).isEmpty();
  }
}
