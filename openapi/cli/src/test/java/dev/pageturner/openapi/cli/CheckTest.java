package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.json.RawJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  private final Cli cli = new Cli();

  @TempDir
  private Path folder;

  private List<RawJson> jsonLines() {
    return cli.lines().stream().map(RawJson::parse).toList();
  }

  private static String text(RawJson line, String member) {
    return line.get(member).orElseThrow().asString();
  }

  @Test
  void anHonestListIsExit0() throws Exception {
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      assertThat(cli.run("check", api.url("/items"))).as(cli.out()).isZero();
      assertThat(cli.out()).startsWith("GET /items pages honestly: ");
      assertThat(cli.err()).isEqualTo("Checking 1 list with at most 100 requests in all.\n");
      assertThat(api.requests).hasSize(6); // Two walks of three pages.
    }
  }

  @Test
  void whatIsFoundIsExit3WithTheRequestThatShowsIt() throws Exception {
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      api.before = request -> request.getTarget().contains("cursor=c20")
          ? ItemsApi.json(
              "{\"items\":[" + ItemsApi.item(3) + "],\"total\":21,\"next_cursor\":null}")
          : null;
      String token = "a-secret-token";
      assertThat(cli.run("check", api.url("/items"), "--bearer", token)).isEqualTo(3);
      assertThat(cli.out())
          .contains("FAILED   Nothing comes twice")
          .contains("curl '" + api.url("/items?cursor=c20") + "'", "-H 'Authorization: ***'")
          .doesNotContain(token);
      assertThat(cli.out().replaceAll("\\s+", " ")).contains("is on page 1 and again on page 3.");
    }
  }

  @Test
  void whatIsNoErrorCanBeLetPass() throws Exception {
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      api.before = request -> {
        MockResponse.Builder text =
            new MockResponse.Builder().addHeader("Content-Type", "text/plain");
        String id = request.getTarget().contains("c1") ? "2" : "1";
        String next = id.equals("1") ? "\"c1\"" : "null";
        return text.body("{\"items\":[{\"id\":" + id + "}],\"next_cursor\":" + next + "}")
            .build();
      };
      assertThat(cli.run("check", api.url("/items"), "--skip", "totals"))
          .as(cli.out())
          .isEqualTo(3);
      assertThat(cli.run("check", api.url("/items"), "--skip", "totals", "--fail-on", "error"))
          .isZero();
      assertThat(cli.run("check", api.url("/items"), "--skip", "totals,headers"))
          .isZero();
    }
  }

  @Test
  void aServerThatFailsMidwayIsExit4() throws Exception {
    try (ItemsApi api = ItemsApi.start(50, 10)) {
      api.failAt("c30", 500);
      assertThat(cli.run("check", api.url("/items"), "--retries", "0")).isEqualTo(4);
      assertThat(cli.out())
          .contains("OPEN     The list is complete", "Page 4 could not be read: status 500");
    }
  }

  @Test
  void aListThatIsTooLongForTheRequestsIsExit4() throws Exception {
    try (ItemsApi api = ItemsApi.start(500, 10)) {
      assertThat(cli.run("check", api.url("/items"), "--max-requests", "30")).isEqualTo(4);
      assertThat(api.requests).hasSizeLessThanOrEqualTo(30);
      assertThat(cli.out())
          .contains("OPEN     The list is complete", "the first 40 items on 4 pages");
      assertThat(cli.run("check", api.url("/items"), "--only", "headers,limits"))
          .isZero();
    }
  }

  @Test
  void programsGetALineForEachListAndEachCheck() throws Exception {
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      assertThat(cli.run("check", api.url("/items"), "--format", "jsonl")).isZero();
    }
    List<RawJson> lines = jsonLines();
    assertThat(lines).hasSize(12);
    assertThat(text(lines.get(0), "kind")).isEqualTo("list");
    assertThat(lines.get(0).get("honest")).contains(RawJson.of(true));
    assertThat(lines.get(0).get("items")).contains(RawJson.of(25));
    assertThat(lines.subList(1, 12))
        .allMatch(
            line -> text(line, "kind").equals("check") && text(line, "list").equals("GET /items"));
    assertThat(lines.subList(1, 5))
        .extracting(line -> text(line, "check") + " " + text(line, "status"))
        .containsExactly("complete passed", "unique passed", "order passed", "size not-tried");
  }

  @Test
  void aReportGoesToAFileAndItsOutcomeToThePerson() throws Exception {
    Path file = folder.resolve("paging.html");
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      assertThat(cli.run("check", api.url("/items"), "--format", "html", "-o", file.toString()))
          .isZero();
      assertThat(cli.out()).isEmpty();
      assertThat(cli.err()).endsWith("GET /items pages honestly: 7 checks passed.\n");
      assertThat(Files.readString(file))
          .startsWith("<!doctype html>")
          .contains("The list is complete");
      assertThat(cli.run(
              "check", api.url("/items"), "-o", folder.resolve("no/such").toString()))
          .isEqualTo(1);
    }
  }

  @Test
  void whatAServerSaysIsTextInTheHtmlToo() throws Exception {
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      api.before = request -> ItemsApi.json(
          "{\"items\":[{\"id\":\"<script>alert(1)</script>\\u001b[2J\"},{\"id\":\"<script>alert(1)</script>\\u001b[2J\"}]}");
      assertThat(cli.run("check", api.url("/items"), "--format", "html")).isEqualTo(3);
      assertThat(cli.out()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
      assertThat(cli.run("check", api.url("/items"))).isEqualTo(3);
      assertThat(cli.out()).doesNotContain("\u001b");
    }
  }

  @ParameterizedTest(name = "COLUMNS={0}")
  @CsvSource({"40, 40", "72, 72", "10, 40", "wide, 80"})
  void theTextIsAsWideAsTheTerminal(String columns, int width) throws Exception {
    cli.environment.put("COLUMNS", columns);
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      assertThat(cli.run("check", api.url("/items"))).isZero();
    }
    assertThat(cli.lines())
        .allMatch(line -> line.length() <= width || !line.strip().contains(" "));
    assertThat(cli.lines()).anyMatch(line -> line.length() > width - 12);
  }

  @Test
  void everyListOfADocumentIsCheckedOnItsMockServer() {
    String shop = DetectTest.SHOP.toString();
    assertThat(cli.run("check", shop, "--mock", "--skip", "insert", "--format", "jsonl"))
        .as(cli.out())
        .isZero();
    List<RawJson> lists =
        jsonLines().stream().filter(line -> text(line, "kind").equals("list")).toList();
    assertThat(lists)
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.get("honest").equals(java.util.Optional.of(RawJson.of(true))));
    assertThat(lists).allMatch(line -> line.get("items").orElseThrow().asLong() == 47);
  }

  @ParameterizedTest(name = "{0}: exit {1}")
  @CsvSource({"listUsers, 0", "GET /customers, 3"})
  void anInsertShowsWhichListsCount(String list, int code) {
    String shop = DetectTest.SHOP.toString();
    assertThat(cli.run("check", shop, "--mock", "--list", list, "--only", "insert"))
        .as(cli.out())
        .isEqualTo(code);
    assertThat(cli.out()).contains(code == 0 ? "ok       An insert" : "then came twice");
  }

  @Test
  void listsOfADocumentAreCheckedWhereTheirParametersAreKnown() throws Exception {
    Path document = folder.resolve("items.yaml");
    Files.writeString(document, """
        openapi: 3.0.3
        info: {title: Items, version: '1'}
        paths:
          /items:
            get:
              operationId: listItems
              parameters:
                - {name: cursor, in: query, schema: {type: string}}
              responses: &page
                '200':
                  description: A page
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          items: {type: array, items: {type: object}}
                          next_cursor: {type: string, nullable: true}
          /teams/{team}/items:
            get:
              parameters:
                - {name: team, in: path, required: true, schema: {type: string}}
                - {name: cursor, in: query, schema: {type: string}}
              responses: *page
          /items/search:
            post:
              parameters:
                - {name: cursor, in: query, schema: {type: string}}
              responses: *page
        """);
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      String[] all = {"check", document.toString(), "--base-url", api.origin()};
      assertThat(cli.run(all)).as(cli.out()).isZero();
      assertThat(cli.out())
          .contains("GET /items pages honestly", "Left out:", "it needs --param team=VALUE")
          .contains("2 lists left out.\n");
      assertThat(api.requests).allMatch(request -> request.getMethod().equals("GET"));

      int before = api.requests.size();
      assertThat(cli.run(
              "check", document.toString(), "--base-url", api.origin(), "--param", "team=red"))
          .isZero();
      assertThat(cli.out()).contains("GET /teams/{team}/items pages honestly");
      assertThat(api.targets().subList(before, api.requests.size()))
          .contains("/teams/red/items?cursor=c20");
    }
  }

  @Test
  void nothingThatMayWriteIsSent() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    try (ItemsApi api = ItemsApi.start(25, 10)) {
      api.before = request -> {
        sent.incrementAndGet();
        return null;
      };
      assertThat(cli.run("check", api.url("/items"), "-d", "{}")).isEqualTo(2);
      assertThat(cli.err()).contains("--repeatable");
      assertThat(sent).hasValue(0);
      assertThat(cli.run(
              "check",
              api.url("/items"),
              "-d",
              "{}",
              "--repeatable",
              "--next",
              "$.next_cursor",
              "--send",
              "query:cursor"))
          .as(cli.out())
          .isZero();
    }
  }
}
