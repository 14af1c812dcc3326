package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorExtensionsTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      'x-ms-pageable: {nextLinkName: more, itemName: stuff}' | next-url $.stuff - $.more
      'x-ms-pageable: {nextLinkName: odata.next}' | next-url $.stuff - $['odata.next']
      'x-speakeasy-pagination: {type: cursor, inputs: [{name: q, in: parameters, type: cursor}], outputs: {nextCursor: $.more, results: $.stuff}}' | cursor $.stuff q $.more
      'x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: q, in: parameters, type: page}], outputs: {results: $.stuff}}' | page $.stuff q -
      'x-speakeasy-pagination: {type: url, outputs: {nextUrl: $.more, results: $.stuff}}' | next-url $.stuff - $.more
      'x-fern-pagination: {cursor: $request.q, next_cursor: $response.deep.more, results: $response.stuff}' | cursor $.stuff q $.deep.more
      'x-fern-pagination: {offset: $request.q, results: $response.stuff}' | offset $.stuff q -
      'x-pagination: {pageOffsetParam: q, resultsPath: stuff}' | offset $.stuff q -
      'x-pagination: {cursorParam: q, cursorPath: deep.more, resultsPath: stuff}' | cursor $.stuff q $.deep.more
      'x-pagination: [{type: cursor, input: $request.query#/q, output: $response.body#/more, results: $response.body#/stuff}]' | cursor $.stuff q $.more
      """)
  void theOwnersWordIsBelieved(String extension, String expected) {
    assertThat(detect(extension).best().map(VendorExtensionsTest::inShort)).contains(expected);
  }

  @Test
  void aNullNextLinkMeansThatAllComesAtOnce() {
    assertThat(detect("x-ms-pageable: {nextLinkName: null}").isPaginated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      x-ms-pageable: true
      x-speakeasy-pagination: []
      x-fern-pagination: {cursor: 1}
      x-pagination: {pageParam: none}
      x-pagination: [1, {type: dance}]
      """)
  void anExtensionThatMakesNoSenseIsIgnored(String extension) {
    assertThat(detect(extension).isPaginated()).isFalse();
  }

  private Detection detect(String extension) {
    return PaginationDetector.detect(Documents.yaml(folder, """
            openapi: 3.0.0
            paths:
              /things:
                get:
                  %s
                  parameters: [{name: q, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          schema:
                            properties:
                              stuff: {type: array, items: {type: object}}
                              more: {type: string}
                              odata.next: {type: string}
            """.formatted(extension)))
        .get(0);
  }

  private static String inShort(DetectedPagination found) {
    return String.join(
        " ",
        found.style().label(),
        found.items().orElse("-"),
        found.position().map(DetectedPagination.PositionField::name).orElse("-"),
        found.next().orElse("-"));
  }
}
