package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.TreeReader;
import dev.pageturner.pagination.Pagination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemes of a {@code stainless.yml}: what each says of which operation. */
class PagingSchemesTest {
  private static final String MARK = "x-stainless-pagination-property";

  @TempDir
  Path folder;

  private List<Detection> detections() {
    return PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /things:
            get:
              parameters:
                - {name: q, in: query, schema: {type: string}}
                - {name: zz, in: query, schema: {type: integer, maximum: 50}}
                - {name: yy, in: query, schema: {type: integer}}
                - {name: zz, in: header, schema: {type: integer}}
              responses: &answer
                '200':
                  content:
                    application/json:
                      schema:
                        properties:
                          stuff: {type: array, items: {properties: {key: {type: string}}}}
                          deep: {type: object, properties: {number: {type: integer}}}
                          further: {type: string}
                          fine: {type: boolean}
            post:
              parameters: [{name: zz, in: query, schema: {type: integer}}]
              requestBody:
                content: {application/json: {schema: {properties: {q: {type: string}, zz: {type: integer}}}}}
              responses: *answer
            delete:
              parameters: [{name: q, in: query, schema: {type: string}}]
              responses: *answer
          /array:
            get:
              parameters: [{name: q, in: query, schema: {type: string}}]
              responses: {'200': {content: {application/json: {schema: {type: array, items: {}}}}}}
        """));
  }

  private static String scheme(String written) {
    return written.replaceAll("<(\\w+)>", MARK + ": {purpose: $1}").replace("<<", MARK + ": {");
  }

  private PagingSchemes schemes(String written) {
    String text = scheme(written);
    return PagingSchemes.of(
        Optional.of(TreeReader.read(Documents.write(folder, "schemes.yml", text))));
  }

  private Detection paged(String written, String key, Optional<Boolean> said) {
    PagingSchemes schemes = schemes(written);
    assertThat(schemes.problems()).isEmpty();
    Function<Operation, Optional<Boolean>> saidOf =
        operation -> Dialects.key(operation).equals(key) ? said : Optional.empty();
    return schemes.apply(detections(), saidOf).stream()
        .filter(one -> Dialects.key(one.operation()).equals(key))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      GET /things  | {type: cursor, request: {q: {type: string, <next_cursor_param>}}, response: {stuff: {type: array, <items>, items: {properties: {key: {<cursor_item_id>}}}}, further: {type: string, <next_cursor_field>}}} | {style=cursor, items=$.stuff, position=query:q, next=$.further}
      GET /things  | {type: cursor, request: {q: {type: string}, zz: {type: integer}}, response: {stuff: {type: array}, further: {type: string}, nextOne: {type: string, <<purpose: next_cursor_field, from_header: X-Next}}}} | {style=cursor, items=$.stuff, position=query:q, next=header:X-Next, size=query:zz up to 50}
      GET /array   | {type: cursor, request: {q: {type: string}}, response: {all: {type: array, <<is_top_level_array: true}}, cursor: {type: string, <<from_header: X-Next}}}} | {style=cursor, items=$, position=query:q, next=header:X-Next}
      GET /things  | {type: cursor_id, request: {yy: {type: integer}, q: {type: string, <next_cursor_id_param>}}, response: {stuff: {type: array, items: {properties: {key: {<cursor_item_id>}}}}}} | {style=after-id, items=$.stuff, position=query:q, size=query:yy, lastItem=key}
      GET /things  | {type: cursor_id, request: {q: {type: string}}, response: {stuff: {type: array, items: {properties: {key: {properties: {id: {<cursor_item_id>}}}}}}}} | {style=after-id, items=$.stuff, position=query:q, lastItem=key.id}
      GET /things  | {type: cursor_url, request: {}, response: {stuff: {type: array}, further: {type: string, <cursor_url_field>}}} | {style=next-url, items=$.stuff, next=$.further}
      GET /things  | {type: cursor_url, request: {}, response: {stuff: {type: array}, the_next_one: {type: string, <<from_header: X-Next}}}} | {style=next-url, items=$.stuff, next=header:X-Next}
      GET /things  | {type: offset, request: {zz: {type: integer}, yy: {type: integer, <offset_count_param>}}, response: {stuff: {type: array}, deep: {type: object, properties: {number: {type: integer, <offset_total_count_field>}}}}} | {style=offset, items=$.stuff, position=query:yy, size=query:zz up to 50, total=$.deep.number}
      GET /things  | {type: page_number, request: {zz: {type: integer, <page_number_param>}, yy: {type: integer}}, response: {stuff: {type: array}, fine: {type: boolean, <has_next_page>}, deep: {type: object, properties: {number: {type: integer, <total_page_count_field>}}}}} | {style=page, items=$.stuff, position=query:zz, size=query:yy, flag=$.fine, totalPages=$.deep.number}
      POST /things | {type: cursor, param_location: body, request: {q: {type: string}, zz: {type: integer}}, response: {stuff: {type: array}, further: {type: string, <next_cursor_field>}}} | {style=token-body, items=$.stuff, position=body:q, next=$.further, size=body:zz}
      """)
  void aSchemePagesWhatHasItsFields(String key, String written, String facts) {
    Detection detection = paged(written, key, Optional.empty());

    assertThat(Facts.foundIn(detection)).hasToString(facts);
    assertThat(detection.best().orElseThrow().evidence())
        .containsExactly("a scheme says so at schemes.yml:1 #");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      GET /things    | {type: cursor, request: {other: {type: string}}, response: {stuff: {type: array}, further: {type: string, <next_cursor_field>}}}
      GET /things    | {type: cursor, request: {q: {type: string}}, response: {stuff: {type: array}, next: {type: string}}}
      GET /things    | {type: cursor, request: {q: {type: string}}, response: {further: {type: array}, deep: {type: string, <next_cursor_field>}}}
      GET /things    | {type: offset, request: {zz: {type: integer, <offset_count_param>}}, response: {others: {type: array}}}
      GET /things    | {type: cursor, param_location: body, request: {q: {type: string}}, response: {stuff: {type: array}, further: {type: string, <next_cursor_field>}}}
      POST /things   | {type: cursor, request: {q: {type: string}}, response: {stuff: {type: array}, further: {type: string, <next_cursor_field>}}}
      DELETE /things | {type: cursor, request: {q: {type: string}}, response: {stuff: {type: array}, further: {type: string, <next_cursor_field>}}}
      DELETE /things | {type: cursor, param_location: body, request: {q: {type: string}}, response: {stuff: {type: array}, further: {type: string, <next_cursor_field>}}}
      """)
  void aSchemeLeavesAloneWhatHasOtherFields(String key, String written) {
    Detection detection = paged(written, key, Optional.empty());

    assertThat(detection.pagination()).isEmpty();
  }

  @Test
  void aPostThatIsSaidToPageTakesASchemeOfTheQuery() {
    String written = "{type: cursor_url, response: {stuff: {type: array}, further: {type: string,"
        + " <cursor_url_field>}}}";

    assertThat(paged(written, "POST /things", Optional.of(true)).isPaginated()).isTrue();
    assertThat(paged(written, "POST /things", Optional.of(false)).isPaginated()).isFalse();
    assertThat(paged(written, "POST /things", Optional.empty()).isPaginated()).isFalse();
    assertThat(paged(written, "DELETE /things", Optional.of(true)).isPaginated())
        .isFalse();
    assertThat(paged(written, "GET /things", Optional.of(false)).isPaginated()).isFalse();
    assertThat(paged(written, "GET /things", Optional.empty()).isPaginated()).isTrue();
  }

  @Test
  void ofSeveralSchemesTheOneThatFitsBestIsTakenAndTheFirstOfEquals() {
    String counted = "- {type: %s, request: {%s: {type: integer, <%s>}%s}, response: {stuff:"
        + " {type: array}%s}}\n";
    String offset = counted.formatted("offset", "yy", "offset_count_param", "", "");
    String page = counted.formatted("page_number", "zz", "page_number_param", "", "");
    String fuller = counted.formatted(
        "page_number", "zz", "page_number_param", "", ", further: {type: string}");
    String sized =
        counted.formatted("page_number", "zz", "page_number_param", ", yy: {type: integer}", "");
    String strange = counted.formatted(
        "page_number", "zz", "page_number_param", ", xx: {type: integer}", ", x: {type: string}");

    assertThat(style(offset + page)).isEqualTo(PageStyle.OFFSET);
    assertThat(style(page + offset)).isEqualTo(PageStyle.PAGE_NUMBER);
    assertThat(style(offset + fuller)).isEqualTo(PageStyle.PAGE_NUMBER);
    assertThat(style(offset + sized)).isEqualTo(PageStyle.PAGE_NUMBER);
    assertThat(style(offset + strange)).isEqualTo(PageStyle.OFFSET);
  }

  private PageStyle style(String written) {
    return paged(written, "GET /things", Optional.empty()).best().orElseThrow().style();
  }

  @Test
  void aFakePageIsTheLastResortAndLeavesListsAlone() {
    String fake = "- {type: fake_page, response: {further: {type: string}, stuff: {type: array},"
        + " fine: {type: boolean}}}\n";
    String page = "- {type: page_number, request: {zz: {type: integer, <page_number_param>}},"
        + " response: {stuff: {type: array}}}\n";

    Detection alone = paged(fake, "GET /things", Optional.empty());
    assertThat(alone.isPaginated()).isFalse();
    assertThat(alone.pagination()).contains(Pagination.onePage().items("$.stuff"));
    assertThat(style(fake + page)).isEqualTo(PageStyle.PAGE_NUMBER);

    Detection list = new Detection(
        alone.operation(), paged(page, "GET /things", Optional.empty()).choices());
    assertThat(schemes(fake).apply(List.of(list), operation -> Optional.empty()))
        .containsExactly(list);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      1                                                           | a scheme is no object
      {type: tide}                                                | the type of the scheme is none of cursor, cursor_id, cursor_url, offset, page_number and fake_page
      {response: {stuff: {type: array}}}                          | the type of the scheme is none of cursor, cursor_id, cursor_url, offset, page_number and fake_page
      {type: cursor, request: {q: {type: integer}}}               | the scheme names no: a parameter for the cursor
      {type: cursor, request: {q: {type: string}}}                | the scheme names no: a field for the next cursor
      {type: cursor_id, request: {}}                              | the scheme names no: a parameter for the id
      {type: cursor_id, request: {q: {type: string}}}             | the scheme names no: a field with purpose cursor_item_id
      {type: cursor_url, response: {next: {type: array}}}         | the scheme names no: a field with purpose cursor_url_field
      {type: offset, request: {page: {type: integer}}}            | the scheme names no: a parameter that counts
      {type: page_number, request: {skip: {type: integer}}}       | the scheme names no: a parameter that counts
      {type: page_number, request: {p: {type: integer}}}          | the scheme names no: a field for the items
      {type: offset, request: {start_at: {type: integer}}}        | the scheme names no: a field for the items
      {type: fake_page, response: {stuff: {type: array, <other>}}} | the scheme names no: a field for the items
      """)
  void aSchemeThatMakesNoSenseIsAnErrorWithItsPlace(String written, String message) {
    PagingSchemes schemes = schemes("- " + written);

    assertThat(schemes.problems())
        .extracting(Problem::toString)
        .containsExactly("schemes.yml:1 #/0: " + message);
    List<Detection> detections = detections();
    assertThat(schemes.apply(detections, operation -> Optional.empty())).isEqualTo(detections);
  }
}
