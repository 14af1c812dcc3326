package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectionLinesTest {
  @TempDir
  Path folder;

  @Test
  void aLineSaysHowAndWhy() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              operationId: list
              parameters:
                - {name: page, in: query, schema: {type: integer, default: 1}}
                - {name: limit, in: query, schema: {type: integer, maximum: 50}}
              responses: {'200': {description: OK, content: {application/json: {schema: {type: array}}}}}
        """);

    assertThat(DetectionLines.of(PaginationDetector.detect(document).get(0))).isEqualTo("""
        {"method":"GET","path":"/things","operationId":"list","paginated":true,"style":"page","items":"$",\
        "request_param":"page","request_in":"query","next":null,"size_param":"limit","size_max":50,\
        "page_start":1,"confidence":0.94,"evidence":["query parameter page","the items are at $",\
        "it stands beside the page size limit","its name and type say so",\
        "the page size is asked for by limit"]}""");
  }

  @Test
  void otherWaysFollowInOrder() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters: [{name: cursor, in: query}, {name: offset, in: query}, {name: limit, in: query}]
              responses:
                '200':
                  description: OK
                  content:
                    application/json:
                      schema: {properties: {data: {type: array}, next_cursor: {type: string}}}
        """);

    assertThat(DetectionLines.of(PaginationDetector.detect(document).get(0)))
        .contains("\"style\":\"cursor\"")
        .contains("\"alternatives\":[{\"style\":\"offset\"");
  }

  @Test
  void whatIsNotPaginatedSaysNoMore() {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths: {"/a\\"\\u0001": {delete: {responses: {}}}}
        """);

    assertThat(DetectionLines.of(PaginationDetector.detect(document).get(0)))
        .isEqualTo(
            "{\"method\":\"DELETE\",\"path\":\"/a\\\"\\u0001\",\"operationId\":null,\"paginated\":false}");
  }
}
