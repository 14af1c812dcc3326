package dev.pageturner.openapi.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.sources.SourceFile;
import dev.pageturner.openapi.testing.Compilation;
import dev.pageturner.testing.PromptSockets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generated client makes of answers that are not what its document says. */
class GeneratedDecodingTest {
  private static final String NOTES = """
      openapi: 3.0.3
      info: {title: Notes, version: '1'}
      servers: [{url: 'http://localhost'}]
      paths:
        /notes:
          get:
            operationId: listNotes
            tags: [odd]
            parameters: [{name: cursor, in: query, schema: {type: string}}]
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        next_cursor: {type: string, nullable: true}
                        notes: {type: array, items: {$ref: '#/components/schemas/Note'}}
              default: {$ref: '#/components/responses/Refused'}
        /notes/{id}:
          get:
            operationId: getNote
            tags: [odd]
            parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
            responses:
              '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}
              '404': {description: none, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
      components:
        responses:
          Refused:
            description: no
            content: {application/json: {schema: {type: object, properties: {reason: {type: string}}}}}
        schemas:
          Note:
            type: object
            required: [id, created]
            properties: {id: {type: string}, created: {type: string, format: date-time}}
          Fault:
            type: object
            required: [code]
            properties: {code: {type: integer}}
      """;

  private static final String STORY = """
      package com.example;

      import dev.pageturner.error.PageturnerException;
      import dev.pageturner.page.TraversalEvent;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.UUID;

      public final class Story {
        private Story() {}

        private static NotesClient client(String url, boolean strict, List<String> said) {
          return NotesClient.newBuilder()
              .baseUrl(url)
              .configure(api -> api.strictDecoding(strict).listener(event -> {
                if (event instanceof TraversalEvent.Warning warning) {
                  said.add(warning.message());
                }
              }))
              .build();
        }

        public static List<String> list(String url, boolean strict) {
          List<String> said = new ArrayList<>();
          try (NotesClient client = client(url, strict, said)) {
            for (Note note : client.odd().listNotes()) {
              said.add(note.id() + " " + note.created());
            }
          } catch (PageturnerException e) {
            said.add(e.getMessage());
          }
          return said;
        }

        public static List<String> get(String url, String id) {
          List<String> said = new ArrayList<>();
          try (NotesClient client = client(url, false, said)) {
            said.add(client.odd().getNote(UUID.fromString(id)).toString());
          } catch (PageturnerException.Status e) {
            said.add(Fault.of(e).map(Fault::code) + " " + RefusedError.of(e));
          }
          return said;
        }
      }
      """;

  @TempDir
  private static Path folder;

  private static Class<?> story;

  private static List<String> told(String method, Object argument, String... bodies)
      throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setServerSocketFactory(new PromptSockets());
      for (String body : bodies) {
        int status = body.contains("code") ? 404 : 200;
        server.enqueue(new MockResponse.Builder()
            .code(status)
            .body(body.replace('\'', '"'))
            .build());
      }
      server.start();
      List<String> said = new ArrayList<>();
      Class<?> type = argument instanceof Boolean ? boolean.class : String.class;
      Object told = story()
          .getMethod(method, String.class, type)
          .invoke(null, server.url("/").toString(), argument);
      ((List<?>) told).forEach(line -> said.add(line.toString()));
      return said;
    }
  }

  private static synchronized Class<?> story() throws Exception {
    if (story == null) {
      List<SourceFile> files = new ArrayList<>(Generator.of("com.example")
          .generate(Documents.write(folder, "notes.yaml", NOTES))
          .files());
      files.add(new SourceFile("com/example/Story.java", STORY));
      Compilation compiled = Compilation.of(files);
      assertThat(compiled.errors()).isEmpty();
      assertThat(compiled.warnings()).isEmpty();
      story = compiled.load("com.example.Story");
    }
    return story;
  }

  private static final String[] PAGES = {
    "{'next_cursor':'c1','notes':[{'id':'1','created':'2023-04-21T12:39:27.600+0000'},"
        + "{'id':'2','created':'2023-04-21T12:39:28.600+0000'}]}",
    "{'next_cursor':null,'notes':[{'id':'3'},{'id':'4','created':'2023-04-21T12:39:29+0000'}]}"
  };

  @Test
  void aListGoesOnAndTellsEachKindOnce() throws Exception {
    assertThat(told("list", false, PAGES))
        .containsExactly(
            "a date-time that is not of RFC 3339, read as ISO 8601 at $.notes[].created (told once)",
            "1 2023-04-21T12:39:27.600Z",
            "2 2023-04-21T12:39:28.600Z",
            "the required member created is missing or null, taken as absent, at $.notes[]"
                + " (told once)",
            "3 null",
            "4 2023-04-21T12:39:29Z");
  }

  @Test
  void aStrictClientEndsTheList() throws Exception {
    assertThat(told("list", true, PAGES))
        .singleElement()
        .asString()
        .startsWith("item 0 of ")
        .contains("no date-time at $.notes[0].created");
  }

  @Test
  void anObjectTellsTheClientsListener() throws Exception {
    assertThat(told("get", "123e4567-e89b-12d3-a456-426614174000", "{'id':'1'}"))
        .containsExactly(
            "the required member created is missing or null, taken as absent, at $ (told once)",
            "Note[id=1, created=null]");
  }

  @Test
  void theBodyOfAnErrorIsTyped() throws Exception {
    assertThat(told("get", "123e4567-e89b-12d3-a456-426614174000", "{'code':7}"))
        .containsExactly("Optional[7] Optional[RefusedError[reason=null]]");
    assertThat(told("get", "123e4567-e89b-12d3-a456-426614174000", "<p>no code</p>"))
        .containsExactly("Optional.empty Optional.empty");
  }
}
