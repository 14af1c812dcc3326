package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import dev.pageturner.lines.JsonLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetTest {
  private final Cli cli = new Cli();
  private ItemsApi api;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(250, 100);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void everyItemIsOneLineByteForByteAndNothingElseIsOnStandardOutput() {
    assertThat(cli.run("get", api.url("/items?active=%7Byes}&x={y}"))).isZero();
    assertThat(cli.lines()).isEqualTo(ItemsApi.lines(0, 250));
    assertThat(cli.err()).startsWith("250 items, 3 pages read, ").hasLineCount(1);
    assertThat(api.targets())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("/items?active=%7Byes%7D&x=%7By%7D");
  }

  @Test
  void anItemOverSeveralLinesLosesTheSpaceBetweenItsTokensOnly() {
    api.before =
        request -> ItemsApi.json("[\r\n  {\n\t\"b\" : 1e400,\n \"a\": \"x \\\" \\n  y\"\n },\n"
            + "  { \"on\" :  \"one line\" }, 12345678901234567890.10, null\n]");
    cli.run("get", api.url("/items"), "--pagination", "one-page");
    assertThat(cli.lines())
        .containsExactly(
            "{\"b\":1e400,\"a\":\"x \\\" \\n  y\"}",
            "{ \"on\" :  \"one line\" }",
            "12345678901234567890.10",
            "null");
  }

  @Test
  void aFileIsPlainOrGzipByItsName() throws IOException {
    Path plain = folder.resolve("items.jsonl");
    Path packed = folder.resolve("items.jsonl.gz");
    assertThat(cli.run("get", api.url("/items"), "-o", plain.toString())).isZero();
    assertThat(cli.out()).isEmpty();
    assertThat(cli.run("get", api.url("/items"), "-o", packed.toString())).isZero();
    assertThat(Files.readAllLines(plain)).isEqualTo(ItemsApi.lines(0, 250));
    assertThat(Files.readAllBytes(packed)).startsWith(0x1f, 0x8b);
    assertThat(JsonLines.from(packed).as(RawJson.class).map(RawJson::text).toList())
        .isEqualTo(ItemsApi.lines(0, 250));
  }

  @Test
  void noMoreIsAskedForThanTheItemsWanted() {
    cli.run("get", api.url("/items"), "--max-items", "200", "--size-param", "limit");
    assertThat(cli.lines()).isEqualTo(ItemsApi.lines(0, 200));
    assertThat(api.requests).hasSize(2);
    cli.run("get", api.url("/items"), "--max-pages", "1", "--prefetch", "3");
    assertThat(cli.lines()).isEqualTo(ItemsApi.lines(0, 100));
    assertThat(api.requests).hasSize(3);
    cli.run("get", api.url("/items"), "--max-items", "0");
    assertThat(cli.lines()).isEmpty();
    assertThat(api.requests).hasSize(3);
  }

  @Test
  void thePageSizeIsAskedForByTheParameterThatIsSaid() {
    cli.run("get", api.url("/items"), "--page-size", "7", "--size-param", "n", "--max-pages", "2");
    assertThat(api.targets()).containsExactly("/items?n=7", "/items?n=7&cursor=c100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "QUERY"})
  void aSearchIsSentWithItsBodyHeadersAndCursor(String method) throws IOException {
    Path body = folder.resolve("body.json");
    Files.writeString(body, "{\"q\": 12345678901234567890, \"page\": {}}");
    Path headers = folder.resolve("headers");
    Files.writeString(headers, "X-Tenant: blue\nX-Secret: s3cret\n");
    api.before = request -> {
      String text = Objects.requireNonNull(request.getBody()).utf8();
      return ItemsApi.json(text.contains("c2") ? "{\"r\":[2]}" : "{\"r\":[1],\"n\":\"c2\"}");
    };
    int code = cli.run(
        "get",
        api.url("/search"),
        "-X",
        method,
        "-d",
        "@" + body,
        "-H",
        "@" + headers,
        "-H",
        "Accept: application/x",
        "--items",
        "/r",
        "--next",
        "$.n",
        "--send",
        "body:/page/start");
    assertThat(code).isZero();
    assertThat(cli.lines()).containsExactly("1", "2");
    assertThat(api.requests).allSatisfy(request -> {
      assertThat(request.getMethod()).isEqualTo(method);
      assertThat(request.getHeaders().get("X-Tenant")).isEqualTo("blue");
      assertThat(request.getHeaders().get("Accept")).isEqualTo("application/x");
      assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
    });
    assertThat(Objects.requireNonNull(api.requests.get(1).getBody()).utf8())
        .contains("12345678901234567890")
        .contains("\"start\":\"c2\"");
  }

  @ParameterizedTest(name = "with {0}")
  @ValueSource(strings = {"page", "prefetch"})
  void rawPagesAreTheBodiesOneALine(String how) {
    if (how.equals("prefetch")) {
      assertThat(cli.run("get", api.url("/items"), "--raw-pages", "--prefetch", "1"))
          .isEqualTo(2);
      return;
    }
    assertThat(cli.run("get", api.url("/items"), "--raw-pages")).isZero();
    assertThat(cli.lines()).hasSize(3);
    assertThat(RawJson.parse(cli.lines().get(2)).at("/items/49").map(RawJson::text))
        .contains(ItemsApi.item(249));
    assertThat(cli.lines().get(0)).endsWith("],\"total\":250,\"next_cursor\":\"c100\"}");
    assertThat(cli.err()).startsWith("3 pages, 3 pages read");
  }

  @Test
  void rawPagesHaveEmptyPagesToo() {
    api.before = request -> {
      String cursor = request.getUrl().queryParameter("cursor");
      return ItemsApi.json(
          cursor == null
              ? "{\"items\":[1],\"next_cursor\":\"a\"}"
              : cursor.equals("a")
                  ? "{\"items\":[],\"next_cursor\":\"b\"}"
                  : "{\"items\":[2],\n \"next_cursor\":null}");
    };
    cli.run("get", api.url("/items"), "--raw-pages");
    assertThat(cli.lines())
        .containsExactly(
            "{\"items\":[1],\"next_cursor\":\"a\"}",
            "{\"items\":[],\"next_cursor\":\"b\"}",
            "{\"items\":[2],\"next_cursor\":null}");
  }

  @Test
  void aReaderWhoHasHadEnoughEndsItQuietly() {
    cli.replacedOut = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
    assertThat(cli.run("get", api.url("/items"))).isZero();
    assertThat(cli.err()).isEmpty();
    assertThat(api.requests).hasSizeLessThan(3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"get ITEMS", "get ITEMS --dry-run", "detect SHOP", "completion bash"})
  void aFullDiskBehindStandardOutputIsAFailure(String line) {
    cli.replacedOut = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("No space left on device");
      }
    };
    String[] args = line.replace("ITEMS", api.url("/items"))
        .replace("SHOP", DetectTest.SHOP.toString())
        .split(" ");
    assertThat(cli.run(args)).isEqualTo(1);
    assertThat(cli.err()).startsWith("pageturner: standard output cannot be written\n");
  }

  @Test
  void whatIsNoFileCanBeWrittenToo() {
    assertThat(cli.run("get", api.url("/items"), "-o", "/dev/null"))
        .as(cli.err())
        .isZero();
  }

  @Test
  void aDashIsStandardOutput() {
    assertThat(cli.run("get", api.url("/items"), "-o", "-", "--max-items", "2")).isZero();
    assertThat(cli.lines()).isEqualTo(ItemsApi.lines(0, 2));
  }

  @Test
  void wherePagesHaveNoItemsIsAskedFor() {
    api.before = request -> ItemsApi.json("{\"status\":\"ok\"}");
    assertThat(cli.run("get", api.url("/items"))).isEqualTo(1);
    assertThat(cli.err()).contains("--items '$.data'").hasLineCount(2);
  }

  @Test
  void aFailureAtOnceSaysWhatTheServerSaid() {
    api.before = request -> ItemsApi.status(404);
    assertThat(cli.run("get", api.url("/items"))).isEqualTo(1);
    assertThat(cli.err())
        .isEqualTo("pageturner: status 404 from /items (page 1)\nThe server said: {}\n");
  }

  @Test
  void aFailureIsOneLineAndWhatToDo() {
    api.failAt("c200", 404);
    assertThat(cli.run("get", api.url("/items"))).isEqualTo(1);
    assertThat(cli.lines()).isEqualTo(ItemsApi.lines(0, 200));
    assertThat(cli.err().lines().toList())
        .isEqualTo(
            List.of(
                "pageturner: status 404 from /items?cursor=c200 (page 3)",
                "The server said: {}",
                "Stopped after 200 items. With -o FILE --checkpoint FILE, a run can go on where it stopped."));
  }

  @Test
  void aLinkElsewhereIsRefusedUnlessItsOriginIsAllowed() throws IOException {
    try (ItemsApi other = ItemsApi.start(2, 5)) {
      api.before =
          request -> ItemsApi.json("{\"items\":[1],\"next\":\"" + other.url("/items") + "\"}");
      String[] args = {"get", api.url("/items"), "--pagination", "next-url", "--bearer", "t0ken"};
      assertThat(cli.run(args)).isEqualTo(1);
      assertThat(cli.err()).contains("--allow-origin");
      assertThat(other.requests).isEmpty();

      String[] allowed = {
        "get",
        api.url("/items"),
        "--pagination",
        "next-url",
        "--bearer",
        "t0ken",
        "--allow-origin",
        other.origin()
      };
      assertThat(cli.run(allowed)).isZero();
      assertThat(cli.lines()).hasSize(3);
      assertThat(other.requests.get(0).getHeaders().get("Authorization")).isNull();
    }
  }

  @Test
  void theRateHoldsAndIsToldInTheTrace() {
    // Two windows that never matter here, since time does not: both are taken.
    assertThat(cli.run("get", api.url("/items"), "--rate", "50/1s", "--rate", "5000/1h"))
        .isZero();
    assertThat(cli.lines()).hasSize(250);
  }

  @Test
  void verboseIsOneLineForEachRequestRetriesToo() {
    boolean[] failed = {false};
    api.before = request -> {
      boolean fail = !failed[0] && request.getTarget().contains("c100");
      failed[0] |= fail;
      return fail
          ? new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build()
          : null;
    };
    assertThat(cli.run("get", api.url("/items?api_key=s3cret"), "-v", "-q")).isZero();
    assertThat(cli.err().lines().filter(line -> line.startsWith("GET http")))
        .hasSize(4)
        .anyMatch(line -> line.contains("/items?api_key=***&cursor=c100 503, 0 bytes"));
    assertThat(cli.err()).contains("Again (1): ").doesNotContain("s3cret");
  }
}
