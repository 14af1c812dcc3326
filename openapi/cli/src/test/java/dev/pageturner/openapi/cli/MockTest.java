package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockTest {
  private final Cli client = new Cli();

  @TempDir
  private Path folder;

  /** A server that runs until it is closed. */
  private static final class Running implements AutoCloseable {
    private final Cli cli = new Cli();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final CompletableFuture<Integer> code;

    Running(String... args) {
      cli.replacedOut = new OutputStream() {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(int b) {
          text.append((char) b);
          if (b == '\n') {
            address.complete(text.toString().strip());
          }
        }
      };
      code = CompletableFuture.supplyAsync(() -> cli.run(args));
      code.whenComplete((result, e) -> address.complete("ended with " + result + cli.err()));
    }

    String address() {
      return address.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
      cli.stop.request();
      assertThat(code.orTimeout(60, TimeUnit.SECONDS).join()).isZero();
    }
  }

  @Test
  void theListsOfADocumentCanBeExported() throws Exception {
    String shop = DetectTest.SHOP.toString();
    try (Running server = new Running("mock", shop, "--items", "57", "--page-size", "10")) {
      assertThat(server.address()).startsWith("http://");
      for (String list : List.of(
          "listUsers",
          "listAuditEntries",
          "listProducts",
          "listCustomers",
          "listOrders",
          "listPayments",
          "listInvoices",
          "listEvents",
          "listExports",
          "listWebhooks")) {
        assertThat(client.run("export", shop, list, "--base-url", server.address()))
            .as(list + client.err())
            .isZero();
        assertThat(client.lines()).as(list).hasSize(57).doesNotHaveDuplicates();
        assertThat(client.lines())
            .allSatisfy(line -> assertThat(RawJson.parse(line)).isNotNull());
      }
      assertThat(server.cli.err()).contains("  GET /users; ignores role, active\n", "Ctrl-C");
    }
  }

  @Test
  void credentialsMayBeRequired() {
    String shop = DetectTest.SHOP.toString();
    try (Running server = new Running("mock", shop, "--items", "5", "--require-credentials")) {
      String[] export = {"export", shop, "listUsers", "--base-url", server.address()};
      assertThat(client.run(export)).isEqualTo(1);
      assertThat(client.err()).contains("status 401");
      String[] proved = Arrays.copyOf(export, 6);
      proved[5] = "--bearer=any";
      assertThat(client.run(proved)).isZero();
      assertThat(client.lines()).hasSize(5);
    }
  }

  @Test
  void filtersMayBeApplied() {
    String shop = DetectTest.SHOP.toString();
    try (Running server = new Running("mock", shop, "--items", "50", "--apply-filters")) {
      String[] export = {
        "export", shop, "listUsers", "--base-url", server.address(), "--param", "active=true"
      };
      assertThat(client.run(export)).isZero();
      assertThat(client.lines())
          .hasSizeBetween(1, 49)
          .allSatisfy(line -> assertThat(line).contains("\"active\":true"));
    }
  }

  @Test
  void aServerHasTheTraitsThatAreAskedFor() {
    String shop = DetectTest.SHOP.toString();
    try (Running server = new Running(
        "mock", shop, "--trait", "result-cap=7", "--trait", "offset-cap=3", "--trait", "delta")) {
      assertThat(client.run("export", shop, "listUsers", "--base-url", server.address()))
          .isZero();
      assertThat(client.lines()).hasSize(7);
      assertThat(server.cli.err())
          .contains(
              "  GET /users; result-cap=7, delta; no place for offset-cap=3; ignores role, active\n",
              "  GET /customers; offset-cap=3, result-cap=7; no place for delta; ignores sort\n");
    }
  }

  @Test
  void anUnknownTraitIsRefusedWithThoseThatThereAre() {
    assertThat(client.run("mock", DetectTest.SHOP.toString(), "--trait", "cursor-live=5m"))
        .isEqualTo(2);
    assertThat(client.err()).contains("there is no trait \"cursor-live\"", "cursor-life");
  }

  @Test
  void theHelpSaysWhatEachTraitDoes() {
    assertThat(client.run("mock", "--help")).isZero();
    assertThat(client.out())
        .contains("cursor-life=TIME: a cursor expires", "result-cap=N", "delta:");
  }

  @Test
  void theRateOfTheServerIsObeyed() throws Exception {
    String shop = DetectTest.SHOP.toString();
    try (Running server = new Running("mock", shop, "--items", "30", "--rate", "1000/1s")) {
      assertThat(client.run("export", shop, "listUsers", "--base-url", server.address()))
          .isZero();
      assertThat(client.lines()).hasSize(30);
    }
  }

  @Test
  void aRecordingIsReplayed() throws Exception {
    Path har = folder.resolve("run.har");
    boolean[] failed = {false};
    try (ItemsApi api = ItemsApi.start(5, 2)) {
      api.before = request -> {
        boolean fail = !failed[0] && request.getTarget().contains("c4");
        failed[0] |= fail;
        return fail
            ? new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build()
            : null;
      };
      client.run("get", api.url("/items?api_key=s3cret&q=a+b"), "--har", har.toString());
    }
    assertThat(Files.readString(har)).doesNotContain("s3cret");
    try (Running server = new Running("mock", "--har", har.toString())) {
      assertThat(server.address()).contains("/items?api_key=***&q=a");
      String url = server.address().replace("***", "another");
      assertThat(client.run("get", url, "-v")).isZero();
      assertThat(client.lines()).isEqualTo(ItemsApi.lines(0, 5));
      assertThat(client.err().lines().filter(line -> line.startsWith("GET "))).hasSize(4);
      assertThat(client.err()).contains(" 503, ");
      assertThat(client.run("get", url.replace("/items", "/others"))).isEqualTo(1);
      assertThat(client.err()).contains("status 404");
    }
  }

  @Test
  void aReplayedLinkLeadsToTheReplay() throws Exception {
    Path har = folder.resolve("run.har");
    try (ItemsApi api = ItemsApi.start(0, 1)) {
      api.before = request -> new MockResponse.Builder()
          .addHeader("Content-Type", "application/json")
          .addHeader(
              "Link",
              request.getTarget().contains("p=2")
                  ? "<x>; rel=prev"
                  : "<" + api.url("/items?p=2") + ">; rel=\"next\"")
          .body(request.getTarget().contains("p=2") ? "[2]" : "[1]")
          .build();
      client.run("get", api.url("/items"), "--har", har.toString());
    }
    try (Running server = new Running("mock", "--har", har.toString())) {
      assertThat(client.run("get", server.address())).isZero();
      assertThat(client.lines()).containsExactly("1", "2");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      mock                                      | a document, or --har
      mock /no/such/file                        | no file
      mock --har /no/such/file                  | no file
      mock FOLDER/shop.har FOLDER/x             | Unmatched
      mock FOLDER/shop.har --har FOLDER/shop.har | a document, or --har
      mock --har FOLDER/shop.har --items 3      | --port and --latency only
      mock --har FOLDER/shop.har                | no HAR file
      mock --har FOLDER/shop.har --port 65536   | 65535
      mock FOLDER/shop.har --items -3           | items
      mock FOLDER/shop.har --rate 3             | 50/1s
      """)
  void whatCannotBeServedIsOneLineAndExit2(String args, String said) throws IOException {
    Files.writeString(folder.resolve("shop.har"), "{\"log\":{}}", StandardCharsets.UTF_8);
    assertThat(client.run(args.replace("FOLDER", folder.toString()).split(" "))).isEqualTo(2);
    assertThat(client.err()).contains(said).hasLineCount(1);
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    String shop = DetectTest.SHOP.toString();
    try (Running server = new Running("mock", shop)) {
      String port = server.address().replaceAll(".*:(\\d+).*", "$1");
      assertThat(client.run("mock", shop, "--port", port)).isEqualTo(1);
      assertThat(client.err())
          .isEqualTo("pageturner: the server cannot listen on port " + port + "\n");
    }
  }
}
