package dev.pageturner.openapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers whose following pages are asked for in another way, said by options and overrides. */
class FollowingOptionsTest {
  private final Cli cli = new Cli();
  private final Map<String, String> answers = new HashMap<>();
  private ItemsApi api;

  @TempDir
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    api = ItemsApi.start(0, 1);
    api.before = this::answer;
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private @Nullable MockResponse answer(RecordedRequest request) {
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    String asked =
        request.getMethod() + " " + request.getTarget() + (body.isEmpty() ? "" : " " + body);
    String json = answers.get(asked.replace('"', '\''));
    return json == null
        ? new MockResponse.Builder().code(400).body(asked).build()
        : ItemsApi.json(json.replace('\'', '"'));
  }

  private void lists(String... arguments) {
    assertThat(cli.run(arguments)).as(cli.err()).isZero();
    assertThat(cli.lines()).containsExactly("1", "2");
  }

  @Test
  void aTokenThatStandsAlone() {
    answers.put("GET /reports?type=A", "{'reports':[1],'next':'t'}");
    answers.put("GET /reports?token=t", "{'reports':[2]}");
    lists(
        "get",
        api.url("/reports?type=A"),
        "--items",
        "$.reports",
        "--next",
        "$.next",
        "--send",
        "query:token",
        "--token-alone");
  }

  @Test
  void aTokenAndAParameterThatIsKept() {
    answers.put("GET /reports?type=A&v=2", "{'reports':[1],'next':'t'}");
    answers.put("GET /reports?v=2&token=t", "{'reports':[2]}");
    lists(
        "get",
        api.url("/reports?type=A&v=2"),
        "--items",
        "$.reports",
        "--next",
        "$.next",
        "--send",
        "query:token",
        "--keep",
        "v");
  }

  @Test
  void anotherPathWithTheCursorAlone() {
    answers.put("POST /list {'path':'/p'}", "{'entries':[1],'cursor':'c','has_more':true}");
    answers.put(
        "POST /list/continue {'cursor':'c'}", "{'entries':[2],'cursor':'d','has_more':false}");
    lists(
        "get",
        api.url("/list"),
        "-d",
        "{\"path\":\"/p\"}",
        "--items",
        "$.entries",
        "--next",
        "$.cursor",
        "--send",
        "body:cursor",
        "--has-more",
        "$.has_more",
        "--following-path",
        "list/continue",
        "--token-alone");
  }

  @Test
  void linksThatOnlyTheProxyKnows() {
    answers.put("GET /api/docs", "{'d':[1],'next':'http://inside:8080/docs?page=2'}");
    answers.put("GET /api/docs?page=2", "{'d':[2],'next':null}");
    lists(
        "get",
        api.url("/api/docs"),
        "--items",
        "$.d",
        "--next",
        "url:$.next",
        "--rewrite-links",
        "http://inside:8080 /api",
        "--bearer",
        "hush");
    assertThat(api.requests.get(1).getHeaders().get("Authorization")).isEqualTo("Bearer hush");
  }

  @Test
  void aLinkWithAMethodAndABody() {
    answers.put(
        "POST /search {'q':1}",
        "{'features':[1],'links':[{'rel':'next','href':'/search','method':'POST',"
            + "'body':{'token':'t'},'merge':true}]}");
    answers.put("POST /search {'q':1,'token':'t'}", "{'features':[2],'links':[]}");
    lists(
        "get",
        api.url("/search"),
        "-d",
        "{\"q\":1}",
        "--items",
        "$.features",
        "--next",
        "link-object:$.links[?rel=next]");
  }

  @Test
  void anOverrideSaysItForExport() throws IOException {
    answers.put("POST /list {'path':'/p'}", "{'entries':[1],'cursor':'c','has_more':true}");
    answers.put(
        "POST /list/continue {'cursor':'c'}", "{'entries':[2],'cursor':'d','has_more':false}");
    Path spec = Files.writeString(folder.resolve("api.yaml"), """
        openapi: 3.0.0
        info: {title: Files, version: '1'}
        paths:
          /list:
            post:
              operationId: listFolder
              requestBody: {content: {application/json: {schema: {type: object}}}}
              responses: {'200': {description: OK, content: {application/json: {schema: {type: object,
                properties: {entries: {type: array, items: {}}, cursor: {type: string}}}}}}}
        """);
    Path overrides = Files.writeString(folder.resolve("pageturner.yaml"), """
        operations:
          listFolder:
            items: $.entries
            next: $.cursor
            send: body:cursor
            has_more: $.has_more
            following_path: list/continue
            token_alone: true
        """);
    lists(
        "export",
        spec.toString(),
        "listFolder",
        "--base-url",
        api.url("/"),
        "--overrides",
        overrides.toString(),
        "-d",
        "{\"path\":\"/p\"}");
  }
}
