package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      startAt: {type: integer}, maxResults: {type: integer}, total: {type: integer}      | $.total
      count: {type: integer}, total: {type: integer}                                     | $.total
      count: {type: integer}                                                             | -
      count: {type: integer, description: Total number of things}                        | $.count
      count: {type: integer}, previous: {type: string}                                   | $.count
      meta: {type: object, properties: {total_count: {type: integer}}}                   | $.meta.total_count
      owner: {type: object, properties: {total: {type: integer}}}                        | -
      total: {type: boolean}                                                             | -
      """)
  void aTotalIsTheNumberOfAllItems(String fields, String total) {
    Detection detection =
        PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters: [{name: offset, in: query, schema: {type: integer}}, {name: limit, in: query}]
              responses:
                '200':
                  description: OK
                  content: {application/json: {schema: {properties: {data: {type: array}, %s}}}}
        """.formatted(fields))).get(0);

    assertThat(detection.best().orElseThrow().total().orElse(null)).isEqualTo(total);
  }
}
