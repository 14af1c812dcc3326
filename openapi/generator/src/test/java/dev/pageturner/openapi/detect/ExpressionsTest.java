package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extensions write places as expressions: each is read, or refused with a warning. */
class ExpressionsTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      $.data[-1].id                   | after-id $.data id
      $.data[-1:].id                  | after-id $.data id
      $.data[(@.length-1)].id         | after-id $.data id
      $response.body#/data/-1/id      | after-id $.data id
      $.meta.next                     | cursor $.data $.meta.next
      """)
  void whatIsUnderstoodIsUsed(String expression, String expected) {
    Detection detection = detect(expression);

    assertThat(detection.best().map(ExpressionsTest::inShort)).contains(expected);
    assertThat(detection.warnings()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      $.data[?(@.last)].id
      $..next
      $.data[-2].id
      $.data[0,1].id
      """)
  void whatIsNotUnderstoodIsRefusedAndRecognisedAtRunTime(String expression) {
    Detection detection = detect(expression);

    assertThat(detection.pagination().orElseThrow().isDetected()).isTrue();
    assertThat(detection.warnings())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains(expression);
  }

  private Detection detect(String expression) {
    return PaginationDetector.detect(Documents.yaml(folder, """
            openapi: 3.0.0
            paths:
              /things:
                get:
                  x-speakeasy-pagination:
                    type: cursor
                    inputs: [{name: q, in: parameters, type: cursor}]
                    outputs: {results: $.data, nextCursor: '%s'}
                  parameters: [{name: q, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          schema:
                            properties:
                              data: {type: array, items: {type: object, properties: {id: {type: string}}}}
                              meta: {type: object, properties: {next: {type: string}}}
            """.formatted(expression)))
        .get(0);
  }

  private static String inShort(DetectedPagination found) {
    Optional<String> where = found.next().or(found::lastItemField);
    return String.join(" ", found.style().label(), found.items().orElse("-"), where.orElse("-"));
  }
}
