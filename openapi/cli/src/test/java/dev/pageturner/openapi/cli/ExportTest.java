package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
  private static final String DOCUMENT = """
      openapi: 3.0.3
      info: {title: Things, version: '1'}
      servers:
        - url: https://{region}.example.com/{base}
          variables:
            region: {default: eu, enum: [eu, us]}
            base: {default: v1}
      paths:
        /teams/{team}/items:
          get:
            operationId: listItems
            parameters:
              - {name: team, in: path, required: true, schema: {type: string}}
              - {name: cursor, in: query, schema: {type: string}}
              - {name: limit, in: query, schema: {type: integer, maximum: 100}}
              - {name: tag, in: query, schema: {type: array, items: {type: string}}}
              - {name: state, in: query, explode: false, schema: {type: array, items: {type: string}}}
              - {name: kinds, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
              - {name: name, in: query, schema: {type: string}}
              - {name: path, in: query, allowReserved: true, schema: {type: string}}
              - {name: X-Tags, in: header, schema: {type: array, items: {type: string}}}
              - {name: theme, in: cookie, schema: {type: string}}
              - {name: size, in: cookie, schema: {type: integer}}
              - {name: filter, in: query, style: deepObject, schema: {type: object}}
              - {name: X-Version, in: header, schema: {type: string}}
            responses:
              '200':
                description: A page.
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        items: {type: array, items: {type: object}}
                        next_cursor: {type: string, nullable: true}
        /search#all:
          post:
            operationId: search
            requestBody:
              content:
                application/json:
                  schema: {type: object, properties: {cursor: {type: string}}}
            responses:
              '200':
                description: A page.
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        items: {type: array, items: {type: object}}
                        next_cursor: {type: string}
        /plain:
          get:
            responses: {'200': {description: Nothing is said.}}
      """;
  private final Cli cli = new Cli();
  private ItemsApi api;
  private Path document;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(5, 2);
    document = folder.resolve("things.yaml");
    Files.writeString(document, DOCUMENT);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private int export(String... more) {
    List<String> args = new ArrayList<>(List.of("export", document.toString()));
    args.addAll(List.of(more));
    return cli.run(args.toArray(String[]::new));
  }

  @Test
  void aListIsReadAsTheDocumentSays() {
    int code = export(
        "listItems",
        "--base-url",
        api.url("/v2"),
        "--param",
        "team=red/blue",
        "--param",
        "tag=a",
        "--param",
        "tag=b",
        "--param",
        "filter[x]=1&2",
        "--param",
        "X-Version=7",
        "--page-size",
        "2");
    assertThat(code).as(cli.err()).isZero();
    assertThat(cli.lines()).isEqualTo(ItemsApi.lines(0, 5));
    assertThat(api.targets())
        .containsExactly(
            "/v2/teams/red%2Fblue/items?tag=a&tag=b&filter%5Bx%5D=1%262&limit=2",
            "/v2/teams/red%2Fblue/items?tag=a&tag=b&filter%5Bx%5D=1%262&limit=2&cursor=c2",
            "/v2/teams/red%2Fblue/items?tag=a&tag=b&filter%5Bx%5D=1%262&limit=2&cursor=c4");
    assertThat(api.requests.get(2).getHeaders().get("X-Version")).isEqualTo("7");
  }

  @Test
  void severalCookiesAreSent() {
    String[] args = "listItems --param team=a --param theme=dark --param size=2".split(" ");
    List<String> more = new ArrayList<>(List.of(args));
    more.addAll(List.of("--base-url", api.url("/")));
    assertThat(export(more.toArray(String[]::new))).isZero();
    assertThat(api.requests.get(0).getHeaders().get("Cookie")).isEqualTo("theme=dark; size=2");
  }

  @Test
  void aPostedSearchCarriesItsCursorInItsBody() {
    api.before = request -> {
      String body = Objects.requireNonNull(request.getBody()).utf8();
      return ItemsApi.json(
          body.contains("c9") ? "{\"items\":[2]}" : "{\"items\":[1],\"next_cursor\":\"c9\"}");
    };
    assertThat(export("search", "--base-url", api.url("/"), "-d", "{\"q\":1}")).isZero();
    assertThat(cli.lines()).containsExactly("1", "2");
    assertThat(api.targets()).containsExactly("/search", "/search");
  }

  @Test
  void whatTheDocumentDoesNotTellIsRecognised() {
    assertThat(export("GET /plain", "--base-url", api.url("/"), "--explain")).isZero();
    assertThat(cli.err()).contains("Recognised, since");
    assertThat(cli.lines()).hasSize(5);
  }

  @Test
  void aPartCanBeSaidOtherwise() {
    assertThat(export(
            "listItems",
            "--param",
            "team=a",
            "--base-url",
            api.url("/"),
            "--send",
            "query:c",
            "--max-pages",
            "2"))
        .isZero();
    assertThat(api.targets()).containsExactly("/teams/a/items", "/teams/a/items?c=c2");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      --param team=a                                            | https://eu.example.com/v1/teams/a/items
      --param team=a --server-variable region=us                | https://us.example.com/v1/teams/a/items
      --param team=a --server-variable base=v9                  | https://eu.example.com/v9/teams/a/items
      --param team=a --base-url http://localhost:1/x            | http://localhost:1/x/teams/a/items
      --param team=a --param state=on --param state=off         | items?state=on,off'
      --param team=a --param state=on,off                       | items?state=on,off'
      --param team=a --param state=on,o\\,f&f --param state=x    | items?state=on,o%2Cf%26f,x'
      --param team=a --param tag=on,off                         | items?tag=on%2Coff'
      --param team=a --param tag=on --param tag=off             | items?tag=on&tag=off'
      --param team=a --param kinds=a,b                          | items?kinds=a%7Cb'
      --param team=a --param name=a,b                           | items?name=a%2Cb'
      --param team=a --param X-Tags=a,b                         | X-Tags: a,b'
      --param team=a --param theme=dark --param size=2          | Cookie: ***'
      --param team=a,b                                          | /teams/a%2Cb/items
      --param team=a --param path=x/y                           | path=x/y'
      """)
  void theAddressIsPutTogether(String options, String address) {
    String[] args = ("listItems --dry-run " + options).split(" ");
    assertThat(export(args)).as(cli.err()).isZero();
    assertThat(cli.out()).contains(address).contains("# Ends when $.next_cursor is ");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      listThings                                          | no operation 'listThings'
      listItems                                           | the path needs --param team=VALUE
      listItems --param team                              | NAME=VALUE
      listItems --param team=                             | team
      listItems --param team=..                           | team
      listItems --param team=a --param colour=red         | it has team, cursor, limit
      listItems --param team=a --param tags[x]=red        | no parameter 'tags[x]'
      listItems --param team=a --server-variable zone=a   | no variable zone
      listItems --param team=a --server-variable zone     | zone
      listItems --param team=a --base-url nowhere         | http
      """)
  void whatDoesNotFitTheDocumentIsOneLineAndExit2(String args, String said) {
    assertThat(export(args.split(" "))).as(cli.err()).isEqualTo(2);
    assertThat(cli.err()).contains(said).hasLineCount(1);
  }

  @Test
  void aDocumentWithoutAHostNeedsOne() throws IOException {
    Files.writeString(document, DOCUMENT.replace("https://{region}.example.com", "/api"));
    assertThat(export("listItems", "--param", "team=a")).isEqualTo(2);
    assertThat(cli.err()).contains("--base-url");
  }
}
