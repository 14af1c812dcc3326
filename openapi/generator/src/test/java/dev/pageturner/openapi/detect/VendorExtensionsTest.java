package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Problem;
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
      'x-speakeasy-pagination: {type: cursor, inputs: [{name: q, in: parameters, type: cursor}], outputs: {nextCursor: "$.stuff[-1].id", results: $.stuff}}' | after-id $.stuff q -
      'x-speakeasy-pagination: {type: cursor, inputs: [{name: q, in: parameters, type: cursor}], outputs: {nextCursor: "$.stuff[(@.length-1)].id"}}' | after-id $.stuff q -
      'x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: q, type: offset}, {name: zz, type: limit}], outputs: {results: "$.stuff[*]"}}' | offset $.stuff q - zz
      'x-fern-pagination: true' | cursor $.stuff q $.deep.root
      'x-fern-pagination: {next_uri: $response.more, results: $response.stuff}' | next-url $.stuff - $.more
      'x-dropshot-pagination: {required: []}' | cursor $.items page_token $.next_page limit
      'x-dropshot-pagination: true' | cursor $.items page_token $.next_page limit
      'x-aperture-pagination: {strategy: cursor, cursor_field: more, cursor_param: q}' | cursor $.stuff q $.more
      'x-aperture-pagination: {strategy: cursor, cursor_field: q}' | cursor $.stuff q $.q
      'x-aperture-pagination: {strategy: offset, page_param: page, limit_param: zz}' | page $.stuff page - zz
      'x-aperture-pagination: {strategy: link_header}' | link-header $.stuff - -
      'x-pagination: [{type: cursor, input: $request.query#/q, output: $response.header.X-Next}]' | cursor $.stuff q header:X-Next
      'x-pagination: [{type: cursor, input: $request.query#/q, output: $response.body#/more, results: $response.body#/stuff}]' | cursor $.stuff q $.more
      """)
  void theOwnersWordIsBelieved(String extension, String expected) {
    assertThat(detect(extension).best().map(VendorExtensionsTest::inShort)).contains(expected);
  }

  @Test
  void aNullNextLinkMeansThatAllComesAtOnce() {
    assertThat(detect("x-ms-pageable: {nextLinkName: null}").isPaginated()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      q: x-ms-list-continuation-token, more: x-ms-list-continuation-token | cursor $.stuff q $.more
      q: x-ms-list-continuation-token, more: x-ms-list-continuation-token, zz: x-ms-list-page-size | cursor $.stuff q $.more zz
      more: x-ms-list-next-link, prev: x-ms-list-prev-link, first: x-ms-list-first-link, last: x-ms-list-last-link | next-url $.stuff - $.more
      q: x-ms-list-page-index, other: x-ms-list-page-items | page $.other q -
      q: x-ms-list-offset, zz: x-ms-list-page-size | offset $.stuff q - zz
      """)
  void markedMembersAndParametersAreBelieved(String marks, String expected) {
    // A second array would leave open which of them has the items.
    String document =
        marks.contains("other") ? MARKED : MARKED.replaceAll("(?m)^ *other: .*\\n", "");
    for (String mark : marks.split(", ")) {
      String[] parts = mark.split(": ");
      document = document.replace("<" + parts[0] + ">", parts[1] + ": true, ");
    }
    Detection found = PaginationDetector.detect(
            Documents.yaml(folder, document.replaceAll("<[a-z]+>", "")))
        .get(0);

    assertThat(found.best().map(VendorExtensionsTest::inShort)).contains(expected);
  }

  private static final String MARKED = """
      openapi: 3.0.0
      paths:
        /things:
          get:
            parameters:
              - {<q> name: q, in: query, schema: {type: string}}
              - {<zz> name: zz, in: query, schema: {type: integer}}
            responses:
              '200':
                description: OK
                content:
                  application/json:
                    schema:
                      properties:
                        stuff: {type: array, items: {type: object}}
                        other: {<other> type: array, items: {type: object}}
                        more: {<more> type: string}
                        prev: {<prev> type: string}
                        first: {<first> type: string}
                        last: {<last> type: string}
      """;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      next_cursor_param | next_cursor_field |                | cursor $.stuff q $.more
      next_cursor_param | cursor_url_field  | , from_header: X-Next | next-url $.stuff - header:X-Next
      next_cursor_param | next_cursor_field | , from_header: X-Next | cursor $.stuff q header:X-Next
      nothing           | cursor_url_field  |                | next-url $.stuff - $.more
      page_number_param | nothing           |                | page $.stuff q -
      offset_count_param | nothing          |                | offset $.stuff q -
      """)
  void purposesAreBelieved(String ofParameter, String ofMember, String further, String expected) {
    Detection found = PaginationDetector.detect(Documents.yaml(
            folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters: [{name: q, in: query, schema: {type: string, x-stainless-pagination-property: {purpose: %s}}}]
              responses:
                '200':
                  description: OK
                  content:
                    application/json:
                      schema:
                        properties:
                          stuff: {type: array, x-stainless-pagination-property: {purpose: items}, items: {type: object}}
                          more: {type: string, x-stainless-pagination-property: {purpose: %s%s}}
        """.formatted(ofParameter, ofMember, further == null ? "" : further)))
        .get(0);

    assertThat(found.best().map(VendorExtensionsTest::inShort)).contains(expected);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource(delimiter = '|', textBlock = """
      next_cursor_id_param | cursor_item_id | nothing           | after-id $.stuff q - key
      next_cursor_id_param | nothing        | nothing           | -
      nothing              | cursor_item_id | nothing           | -
      next_cursor_param    | nothing        | next_cursor_field | cursor $.stuff q header:X-At
      next_cursor_param    | nothing        | nothing           | -
      nothing              | nothing        | next_cursor_field | -
      nothing              | nothing        | cursor_url_field  | next-url $.stuff - header:X-At
      """)
  void purposesAreBelievedOfHeadersAndOfMembersOfItems(
      String ofParameter, String ofMember, String ofHeader, String expected) {
    Detection found = PaginationDetector.detect(
            Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters: [{name: q, in: query, schema: {type: string, x-stainless-pagination-property: {purpose: %s}}}]
              responses:
                '200':
                  description: OK
                  headers:
                    X-None: {schema: {type: string}}
                    X-At: {schema: {type: string, x-stainless-pagination-property: {purpose: %s}}}
                  content:
                    application/json:
                      schema:
                        properties:
                          stuff: {type: array, items: {type: object, properties: {
                            name: {type: string},
                            key: {type: string, x-stainless-pagination-property: {purpose: %s}}}}}
        """.formatted(ofParameter, ofHeader, ofMember)))
        .get(0);

    String last =
        found.best().flatMap(DetectedPagination::lastItemField).map(" "::concat).orElse("");
    assertThat(found.best().map(best -> inShort(best) + last).orElse("-")).isEqualTo(expected);
  }

  @Test
  void anExpressionThatCannotBeReadIsToldAndLeavesThePlaceOpen() {
    ApiDocument document = document("x-speakeasy-pagination: {type: cursor, inputs: [{name: q,"
        + " type: cursor}], outputs: {nextCursor: '$.stuff[?(@.x)].id', results: $.stuff}}");

    assertThat(PaginationDetector.detect(document).get(0).warnings())
        .extracting(Problem::message)
        .containsExactly("x-speakeasy-pagination: '$.stuff[?(@.x)].id' names no place that can be"
            + " read; it is recognised at run time");
    assertThat(PaginationDetector.detect(document).get(0).best())
        .hasValueSatisfying(found -> assertThat(found.isOpen()).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      x-fern-pagination: {cursor: $request.q, next_cursor: null, results: $response.stuff}
      x-pagination: {cursorParam: q, cursorPath: null}
      x-aperture-pagination: {strategy: cursor, cursor_field: null, cursor_param: q}
      x-ms-pageable: {nextLinkName: null, itemName: stuff}
      """)
  void aNullNextMeansOnePageForAllRules(String extension) {
    // By itself, next_cursor beside cursor would be a pair.
    Detection found = PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              %s
              parameters: [{name: cursor, in: query, schema: {type: string}}, {name: q, in: query, schema: {type: string}}]
              responses: {'200': {description: OK, content: {application/json: {schema: {properties: {stuff: {type: array, items: {type: object}}, next_cursor: {type: string}}}}}}}
        """.formatted(extension)))
        .get(0);

    assertThat(found.isPaginated()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      x-speakeasy-pagination: {type: cursor, inputs: [{name: z, type: cursor}], outputs: {nextCursor: $.more}} | x-speakeasy-pagination: the operation takes no 'z'
      x-speakeasy-pagination: {type: dance} | x-speakeasy-pagination: type is none of cursor, offsetLimit and url
      x-speakeasy-pagination: {type: cursor, inputs: [{name: q, type: page}]} | x-speakeasy-pagination: no input of type cursor
      x-speakeasy-pagination: {type: offsetLimit, inputs: [{name: zz, type: limit}]} | x-speakeasy-pagination: no input of type page or offset
      x-speakeasy-pagination: {type: url} | x-speakeasy-pagination: outputs has no nextUrl
      x-speakeasy-pagination: {inputs: []} | x-speakeasy-pagination: type is none of cursor, offsetLimit and url
      x-fern-pagination: {next_uri: {}, cursor: $request.q} | x-fern-pagination: next_uri names no place
      x-fern-pagination: {cursor: []} | x-fern-pagination: cursor names no parameter
      x-fern-pagination: {offset: $request.z} | x-fern-pagination: the operation takes no '$request.z'
      x-aperture-pagination: {strategy: cursor} | x-aperture-pagination: no cursor_param
      x-aperture-pagination: {strategy: offset} | x-aperture-pagination: no page_param
      x-aperture-pagination: {cursor_param: q} | x-aperture-pagination: strategy is none of cursor, offset and link_header
      x-pagination: {resultsPath: stuff} | x-pagination: no cursorParam, pageParam or pageOffsetParam
      x-pagination: [{type: cursor, output: $response.body#/more}] | x-pagination: a cursor without an input
      x-pagination: [{type: link, input: $request.query.q}] | x-pagination: a link without an output
      x-pagination: [{type: offset}] | x-pagination: a count without an input
      x-pagination: [{type: dance}] | x-pagination: type is none of page, offset, cursor and link
      x-apimatic-pagination: {type: page} | x-apimatic-pagination: a count without an input
      x-fern-pagination: {type: custom} | x-fern-pagination: neither cursor, offset nor next_uri is said
      x-aperture-pagination: {strategy: tide} | x-aperture-pagination: strategy is none of cursor, offset and link_header
      x-pagination: [{type: page, input: $request.query.z}] | x-pagination: the operation takes no '$request.query.z'
      """)
  void whatIsNotUnderstoodIsToldAndDecidesNothing(String extension, String warning) {
    ApiDocument document = document(extension);

    assertThat(PaginationDetector.detect(document).get(0).warnings())
        .extracting(Problem::message)
        .containsExactly(warning + "; how the operation pages is detected instead");
    assertThat(PaginationDetector.detect(document).get(0).isPaginated()).isFalse();
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
    return PaginationDetector.detect(document(extension)).get(0);
  }

  private ApiDocument document(String extension) {
    return Documents.yaml(folder, """
            openapi: 3.0.0
            x-fern-pagination: {cursor: $request.q, next_cursor: $response.deep.root, results: $response.stuff}
            paths:
              /things:
                get:
                  %s
                  parameters:
                    - {name: q, in: query, schema: {type: string}}
                    - {name: zz, in: query, schema: {type: integer}}
                    %s
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
            """.formatted(extension, further(extension)));
  }

  /** What other rules would see, too, is there only where an extension needs it. */
  private static String further(String extension) {
    if (extension.contains("dropshot")) {
      return "- {name: page_token, in: query, schema: {type: string}}\n"
          + " ".repeat(8)
          + "- {name: limit, in: query, schema: {type: integer}}";
    }
    return extension.contains("page_param")
        ? "- {name: page, in: query, schema: {type: integer}}"
        : "";
  }

  private static String inShort(DetectedPagination found) {
    return String.join(
            " ",
            found.style().label(),
            found.items().orElse("-"),
            found.position().map(DetectedPagination.PositionField::name).orElse("-"),
            found.next().orElse("-"))
        + found.size().map(size -> " " + size.name()).orElse("");
  }
}
