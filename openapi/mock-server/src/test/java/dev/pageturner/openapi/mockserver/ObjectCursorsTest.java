package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.page.PagedIterable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cursors that are objects, as key-value stores hand them out. */
class ObjectCursorsTest {
  private static final String DOCUMENT = """
      openapi: 3.0.3
      info: {title: Keys, version: '1'}
      paths:
        /rows/query:
          post:
            operationId: query
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      Limit: {type: integer}
                      ExclusiveStartKey: KEY
            responses:
              '200':
                description: A page.
                content:
                  application/json:
                    schema:
                      type: object
                      required: [Items]
                      properties:
                        Items:
                          type: array
                          items: {type: object, properties: {id: {type: string}}}
                        LastEvaluatedKey: KEY
      """;

  @TempDir
  private Path folder;

  private Path document(String key) throws IOException {
    return Files.writeString(folder.resolve("keys.yaml"), DOCUMENT.replace("KEY", key));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      {type: object}
      {type: object, additionalProperties: {type: string}}
      {type: object, required: [table, id], properties: {table: {type: string, enum: [rows]}, id: {type: string}}}
      {type: object, required: [at], properties: {at: {type: string, format: date-time}}}
      {type: object, required: [n], additionalProperties: false, properties: {n: {type: integer}}}
      """)
  void aListWhoseCursorIsAnObjectIsWalkedToItsEnd(String key) throws Exception {
    Path file = document(key);
    ApiDocument document = OpenApiReader.read(file);
    Detection list = PaginationDetector.detect(document).get(0);
    try (MockApi api = MockApi.start(file, MockOptions.newBuilder().items(47).build());
        ApiClient client = Shop.client(api)) {
      PagedIterable<RawJson> items = Shop.walk(client, list, list.pagination().orElseThrow());

      assertThat(items.toList()).hasSize(47).doesNotHaveDuplicates();
      assertThat(api.requests("query")).hasSize(3);
      String first = Http.send(api, "POST", "/rows/query", "{}").body();
      assertThat(ResponseCheck.withoutDiscriminators(document).errors(list.operation(), 200, first))
          .isEmpty();
      assertThat(RawJson.parse(first).get("LastEvaluatedKey").orElseThrow().kind())
          .isEqualTo(RawJson.Kind.OBJECT);
    }
  }

  @Test
  void anObjectThatTheListNeverGaveIsRefused() throws Exception {
    try (MockApi api = MockApi.start(document("{type: object}"))) {
      for (String key : List.of("{}", "{\"position\":\"x\"}", "\"x\"", "{\"position\":{}}")) {
        String body = "{\"ExclusiveStartKey\":" + key + "}";
        assertThat(Http.send(api, "POST", "/rows/query", body).statusCode())
            .as(key)
            .isEqualTo(400);
      }
    }
  }

  @Test
  void aListWhoseCursorIsAnObjectMayGoInCircles() throws Exception {
    try (MockApi api = MockApi.start(document("{type: object}"))) {
      api.list("query").failOnPage(2, Fault.cyclicCursor());
      api.list("query").failOnPage(1, Fault.duplicateCursor());
      api.list("query").failOnPage(1, Fault.emptyPage());
      assertThat(api.list("query").pagination().next()).contains("$.LastEvaluatedKey");
    }
  }
}
