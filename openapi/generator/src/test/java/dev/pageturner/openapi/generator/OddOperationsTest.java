package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.testing.PromptSockets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** What real documents break generators with, called by code as users write it. */
class OddOperationsTest {
  @Test
  void eachCallSendsWhatTheDocumentSays() throws Exception {
    List<SourceFile> files = new ArrayList<>(Generator.of("com.example")
        .generate(
            Path.of(OddOperationsTest.class.getResource("/generated/odd.yaml").toURI()))
        .files());
    files.add(new SourceFile("com/example/Story.java", STORY));
    Compilation compiled = Compilation.of(files);
    assertThat(compiled.warnings()).isEmpty();
    Class<?> story = compiled.load("com.example.Story");

    List<String> seen = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setServerSocketFactory(new PromptSockets());
      server.setDispatcher(new Dispatcher() {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
          return answer(request);
        }
      });
      server.start();
      Object said =
          story.getMethod("tell", String.class).invoke(null, server.url("/api").toString());
      for (int i = server.getRequestCount(); i > 0; i--) {
        seen.add(line(server.takeRequest()));
      }
      assertThat(said).isEqualTo("[r1, text, {a=[1, 2]}, Optional.empty, hello, tok, en]");
    }

    assertThat(String.join("\n", seen)).isEqualTo(REQUESTS.strip());
  }

  private static String line(RecordedRequest request) {
    ByteString body = request.getBody();
    StringBuilder line = new StringBuilder(request.getMethod() + " " + request.getTarget());
    for (String name :
        List.of("Accept", "Content-Type", "X-Trace", "X-Revision", "Cookie", "Authorization")) {
      String value = request.getHeaders().get(name);
      boolean usual = name.equals("Accept") && "application/json".equals(value);
      line.append(value == null || usual ? "" : " | " + name + ": " + value);
    }
    return line + (body == null || body.size() == 0 ? "" : " | " + body.utf8());
  }

  private static MockResponse answer(RecordedRequest request) {
    String target = request.getTarget();
    MockResponse.Builder response = new MockResponse.Builder();
    if (target.contains("/responses")) {
      return response.body("{\"id\":\"r1\"}").build();
    } else if (target.contains("view=")) {
      return response.body("text").build();
    } else if (target.contains("/untagged/v1/1")) {
      return response.body("{\"a\":[1,2]}").build();
    } else if (target.contains("/chat")) {
      boolean stream = "text/event-stream".equals(request.getHeaders().get("Accept"));
      return response
          .addHeader("Content-Type", stream ? "text/event-stream" : "application/json")
          .body(
              stream
                  ? "data: {\"token\":\"tok\"}\n\ndata: {\"token\":\"en\"}\n\ndata: [DONE]\n\n"
                  : "{\"text\":\"hello\"}")
          .build();
    }
    return response.code(204).build();
  }

  private static final String REQUESTS = """
      GET /api/responses?beta=true
      POST /api/token | Content-Type: application/x-www-form-urlencoded | grant=g&expand%5B0%5D=e&items%5B0%5D%5Bprice%5D=p
      GET /api/things/a%2Fb?view=full | Accept: text/plain
      GET /api/proxy/p%2Fq/a/b%3F?path=r%20s
      GET /api/search
      GET /api/search?filter%5Bname%5D=n&%24top=5&created%5Bgt%5D=1&created%5Blt%5D=2&ids=1,2&pipes=a%7Cb&json=%7B%22a%22%3A1%7D&class=c&options=o&since=2026-01-02T03%3A04%3A00Z | X-Trace: t1,t2 | Cookie: theme=dark
      GET /api/vendors/v/;matrix=1;matrix=2
      PATCH /api/untagged/v1/1 | Accept: application/vnd.api+json | Content-Type: application/merge-patch+json | {"name":"n"}
      PATCH /api/untagged/v1/2 | Accept: application/vnd.api+json | Content-Type: application/merge-patch+json | {"name":"n"}
      PATCH /api/untagged/v1/3 | Accept: application/vnd.api+json | Content-Type: application/merge-patch+json | {"nick":null,"home":{"street":null}}
      GET /api/v1/items
      GET /api/v2/items?order=asc&mode=a
      GET /api/v1/items/7?kind=item&depth=3&deep=false | X-Revision: 2026"-01
      GET /api/v2/items/7?kind=item&depth=-1&deep=true&order=desc&mode=c | X-Revision: next
      POST /api/files | Content-Type: image/png | png
      POST /api/files | Content-Type: image/png | png
      POST /api/chat | Content-Type: application/json | {"stream":false}
      POST /api/chat | Accept: text/event-stream | Content-Type: application/json | {"stream":true}
      """;

  private static final String STORY = """
      package com.example;

      import dev.pageturner.content.Upload;
      import java.nio.charset.StandardCharsets;
      import java.time.OffsetDateTime;
      import java.util.ArrayList;
      import java.util.List;

      public final class Story {
        private Story() {}

        public static String tell(String baseUrl) {
          List<Object> said = new ArrayList<>();
          try (OddClient client = OddClient.newBuilder(baseUrl).build()) {
            OddApi odd = client.odd();
            said.add(odd.getResponses().id());
            odd.refreshToken(new RefreshTokenForm.Builder()
                .grant("g")
                .expand(List.of("e"))
                .items(List.of(new RefreshTokenForm.Item.Builder().price("p").build()))
                .build());
            said.add(odd.viewThing("a/b", "full"));
            odd.proxy("p/q", "a/b?", "r s");
            odd.search();
            odd.search(options -> options
                .filterName("n")
                .top(5L)
                .created(new SearchCreated.Builder().gt(1L).lt(2L).build())
                .ids(List.of(1L, 2L))
                .pipes(List.of("a", "b"))
                .json(new SearchApiJson.Builder().a(1L).build())
                .class_("c")
                .options("o")
                .xTrace(List.of("t1", "t2"))
                .theme("dark")
                .since(OffsetDateTime.parse("2026-01-02T03:04Z")));
            odd.getVendor("v", List.of(1L, 2L));
            said.add(client.untagged().update("1", name()).orElseThrow());
            said.add(client.untagged().update("2", name()));
            client.untagged().update("3", nothing());
            odd.getItems();
            odd.getItems(options -> options
                .version(Version.V2)
                .order(Order.ASC)
                .mode(GetItemsMode.A));
            odd.getItem("7");
            odd.getItem("7", options -> options
                .version(Version.V2)
                .xRevision("next")
                .depth(-1)
                .deep(true)
                .order(Order.DESC)
                .mode(GetItemMode.C));
            byte[] png = "png".getBytes(StandardCharsets.UTF_8);
            odd.upload(Upload.of(png).as("image/png"));
            client.files().upload(Upload.of(png).as("image/png"));
            said.add(odd.chat(new ChatBody.Builder().stream(false).build()).text());
            odd.chatStream(new ChatBody.Builder().stream(true).build())
                .forEach(event -> said.add(event.token()));
          }
          return said.toString();
        }

        private static UpdateUntaggedBody name() {
          return new UpdateUntaggedBody.Builder().name("n").build();
        }

        private static UpdateUntaggedBody nothing() {
          return new UpdateUntaggedBody.Builder()
              .nick(null)
              .home(new UpdateUntaggedBody.Home.Builder().street(null).build())
              .build();
        }
      }
      """;
}
