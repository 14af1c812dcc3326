package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.page.PagedIterable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that is asked for by QUERY, as OpenAPI 3.2 describes it. */
class QueryListTest {
  private static final String DOCUMENT = """
      openapi: 3.2.0
      info: {title: Notes, version: '1'}
      paths:
        /notes:
          query:
            operationId: searchNotes
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    properties: {text: {type: string}, cursor: {type: string}, limit: {type: integer}}
            responses:
              '200':
                description: A page.
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        notes: {type: array, items: {type: object, properties: {id: {type: string}}}}
                        next_cursor: {type: string}
      """;

  @TempDir
  private Path folder;

  @Test
  void itIsServedAndWalkedToItsEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.yaml"), DOCUMENT);
    Detection list = PaginationDetector.detect(OpenApiReader.read(file)).get(0);
    try (MockApi api = MockApi.start(file, MockOptions.newBuilder().items(47).build());
        ApiClient client = Shop.client(api)) {
      PagedIterable<RawJson> items = client
          .request("/notes")
          .body(RawJson.parse("{\"text\":\"x\"}"))
          .method("QUERY")
          .pagination(list.pagination().orElseThrow())
          .list();

      assertThat(items.toList()).hasSize(47).doesNotHaveDuplicates();
      assertThat(api.requests("searchNotes")).hasSize(3);
    }
  }
}
