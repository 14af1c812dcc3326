package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Problem;
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
import org.junit.jupiter.api.Test;

/** What documents of OpenAPI 3.2 say, called by code as users write it. */
class NewerDocumentsTest {
  private static Generated generated() throws Exception {
    return Generator.of("com.example")
        .async(true)
        .generate(Path.of(
            NewerDocumentsTest.class.getResource("/generated/newer.yaml").toURI()));
  }

  @Test
  void whatTheClientDoesNotDoByItselfIsNamedInAWarning() throws Exception {
    assertThat(generated().problems())
        .extracting(Problem::message)
        .containsExactly(
            "the device flow of OAuth 2 is not walked: fetch the token, and give it to the builder's"
                + " method of this scheme",
            "authentication by HTTP digest does not come by itself; give an OkHttpClient that has it"
                + " through configure(…)",
            "a client certificate (mutual TLS) does not come by itself; give an OkHttpClient that"
                + " has it through configure(…)");
  }

  @Test
  void theClassOfWebhooksReads() throws Exception {
    assertThat(generated().files())
        .filteredOn(file -> file.path().equals("com/example/NewerWebhooks.java"))
        .extracting(SourceFile::text)
        .first()
        .asString()
        .contains("""
              /**
               * Somebody wrote a note.
               *
               * <p>{@return the payload of {@code noteWritten}, which comes by POST}
               */
              public static Note parseNoteWritten(String json) {
                return JSON.read(json, Note.class);
              }
            """);
  }

  @Test
  void aStreamReadsAsASequenceOfItsItems() throws Exception {
    assertThat(generated().files())
        .filteredOn(file -> file.path().equals("com/example/LiveApi.java"))
        .extracting(SourceFile::text)
        .first()
        .asString()
        .contains("Part of notes.")
        .contains("return liveEventsRequest().events(Note.class,"
            + " new EventOptions.Builder().endMarkers(Set.of(\"[end]\")).build());");
  }

  @Test
  void tagsThatAreLabelsAreNoPlaces() throws Exception {
    assertThat(generated().files())
        .extracting(SourceFile::path)
        .doesNotContain("com/example/BetaApi.java");
  }

  @Test
  void eachCallSendsWhatTheDocumentSays() throws Exception {
    List<SourceFile> files = new ArrayList<>(generated().files());
    files.add(new SourceFile("com/example/Story.java", STORY));
    Compilation compiled = Compilation.of(files);
    assertThat(compiled.warnings()).isEmpty();
    Class<?> story = compiled.load("com.example.Story");

    List<String> seen = new ArrayList<>();
    Object said;
    try (MockWebServer server = new MockWebServer()) {
      server.setServerSocketFactory(new PromptSockets());
      server.setDispatcher(new Dispatcher() {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
          return answer(request);
        }
      });
      server.start();
      said =
          story.getMethod("tell", String.class).invoke(null, server.url("/api").toString());
      for (int i = server.getRequestCount(); i > 0; i--) {
        seen.add(line(server.takeRequest()));
      }
    }

    assertThat(said)
        .isEqualTo("[a, b, 2, 7, copied, e1, e2, l1, r1, r2, hook, e1, e2, l1, r1, r2, a, b]");
    assertThat(String.join("\n", seen)).isEqualTo(REQUESTS.strip());
  }

  private static String line(RecordedRequest request) {
    String accept = String.valueOf(request.getHeaders().get("Accept"));
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    return request.getMethod() + " " + request.getTarget()
        + (accept.equals("application/json") ? "" : " | " + accept)
        + (body.isEmpty() ? "" : " | " + body);
  }

  private static MockResponse answer(RecordedRequest request) {
    String target = request.getTarget();
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    if (target.endsWith("/count")) {
      return json("{\"count\":2}");
    } else if (target.endsWith("/events")) {
      return typed(
          "text/event-stream",
          "event: note\ndata: {\"text\":\"e1\"}\n\n"
              + "event: note\ndata: {\"text\":\"e2\"}\n\ndata: [end]\n\n");
    } else if (target.endsWith("/lines")) {
      return typed("application/jsonl", "{\"text\":\"l1\"}\n");
    } else if (target.endsWith("/records")) {
      return typed(
          "application/json-seq", "\u001e{\n\"text\":\"r1\"\n}\n\u001e{\"text\":\"r2\"}\n");
    } else if (request.getMethod().equals("HEAD")) {
      return new MockResponse.Builder().addHeader("X-Total", "7").build();
    } else if (request.getMethod().equals("COPY")) {
      return json("{\"text\":\"copied\"}");
    }
    return json(
        body.contains("cursor")
            ? "{\"notes\":[{\"text\":\"b\"}]}"
            : "{\"notes\":[{\"text\":\"a\"}],\"next_cursor\":\"c1\"}");
  }

  private static MockResponse json(String body) {
    return typed("application/json", body);
  }

  private static MockResponse typed(String type, String body) {
    return new MockResponse.Builder().addHeader("Content-Type", type).body(body).build();
  }

  private static final String REQUESTS = """
      QUERY /api/notes | {"text":"x"}
      QUERY /api/notes | {"text":"x","cursor":"c1"}
      QUERY /api/notes/count | {"text":"x"}
      HEAD /api/notes
      COPY /api/notes?target=t&ids=1&ids=2
      GET /api/live/events | text/event-stream
      GET /api/live/lines | application/jsonl
      QUERY /api/live/records | application/json-seq | {"text":"x"}
      GET /api/live/events | text/event-stream
      GET /api/live/lines | application/jsonl
      QUERY /api/live/records | application/json-seq | {"text":"x"}
      QUERY /api/notes | {"text":"x"}
      QUERY /api/notes | {"text":"x","cursor":"c1"}
      """;

  private static final String STORY = """
      package com.example;

      import java.util.ArrayList;
      import java.util.List;

      public final class Story {
        private Story() {}

        public static String tell(String baseUrl) {
          List<Object> said = new ArrayList<>();
          try (NewerClient client = NewerClient.newBuilder(baseUrl).build()) {
            NotesApi notes = client.notes();
            notes.search(search()).forEach(note -> said.add(note.text()));
            said.add(notes.count(new CountNotesBody.Builder().text("x").build()).count());
            said.add(notes.probeResponse().headers().get("X-Total").get(0));
            said.add(notes.copy(options -> options.target("t").ids(List.of(1L, 2L))).text());
            LiveApi live = client.live();
            live.liveEvents().forEach(note -> said.add(note.text()));
            live.liveLines().forEach(note -> said.add(note.text()));
            live.liveRecords(records()).forEach(note -> said.add(note.text()));
            said.add(NewerWebhooks.parseNoteWritten("{\\"text\\":\\"hook\\"}").text());
            AsyncNewerClient async = AsyncNewerClient.of(client);
            async.live().liveEvents().toList().join().forEach(note -> said.add(note.text()));
            async.live().liveLines().toList().join().forEach(note -> said.add(note.text()));
            async.live().liveRecords(records()).toList().join().forEach(note -> said.add(note.text()));
            async.notes().search(search()).toList().join().forEach(note -> said.add(note.text()));
          }
          return said.toString();
        }

        private static SearchNotesBody search() {
          return new SearchNotesBody.Builder().text("x").build();
        }

        private static LiveRecordsBody records() {
          return new LiveRecordsBody.Builder().text("x").build();
        }
      }
      """;
}
