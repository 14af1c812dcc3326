package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.TreeReader;
import dev.pageturner.pagination.Pagination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was found out, or said by an override, becomes the sdk's own type whole. */
class PaginationMappingTest {
  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      {style: cursor, items: $.data, request_param: after, next: $.meta.next}                     | Pagination[items: array $.data; next: cursor $.meta.next; sent as: query after]
      {style: cursor, request_param: X-After, request_in: header, next: 'header:X-Next'}          | Pagination[items: found in the body; next: cursor header X-Next; sent as: header X-After]
      {style: cursor, request_param: 'page[cursor]', next: '$.a[''b.c'']'}                          | Pagination[items: found in the body; next: cursor $.a['b.c']; sent as: query page[cursor]]
      {style: token-body, request_param: page.start, next: $.next, size_param: page.size}         | Pagination[items: found in the body; next: cursor $.next; sent as: body $.page.start; page size: body $.page.size]
      {style: token-body, request_param: $start, next: $.next}                                    | Pagination[items: found in the body; next: cursor $.next; sent as: body $['$start']]
      {style: after-id, items: $, request_param: since, last_id_field: id}                        | Pagination[items: array $; next: cursor last item's $.id; sent as: query since; also: [EMPTY_PAGE]]
      {style: after-id, request_param: since, last_id_field: user.id, has_more: $.more}           | Pagination[items: found in the body; next: cursor last item's $.user.id; sent as: query since; more: while $.more; also: [EMPTY_PAGE]]
      {style: next-url, items: $.value, next: '$[''@odata.nextLink'']'}                           | Pagination[items: array $.value; next: URL $['@odata.nextLink']; sent as: the URL itself]
      {style: link-header, items: $, size_param: per_page, size_max: 100}                         | Pagination[items: array $; next: Link header, rel=next; sent as: the URL itself; page size: query per_page, at most 100]
      {style: offset, request_param: offset, size_param: limit, total: $.total}                   | Pagination[items: found in the body; next: offset from 0; sent as: query offset; total items: $.total; page size: query limit]
      {style: offset, request_param: startIndex, page_start: 1}                                   | Pagination[items: found in the body; next: offset from 1; sent as: query startIndex]
      {style: page, request_param: page, total_pages: $.pages}                                    | Pagination[items: found in the body; next: page number from 1; sent as: query page; total pages: $.pages]
      {style: page, request_param: page, page_start: 0, has_more: '!$.last'}                      | Pagination[items: found in the body; next: page number from 0; sent as: query page; more: until $.last]
      {style: offset, request_param: offset, next: $.next}                                        | Pagination[items: found in the body; next: cursor $.next; sent as: query offset]
      {style: page, request_param: page, next: 'header:X-Next'}                                   | Pagination[items: found in the body; next: cursor header X-Next; sent as: query page]
      {style: page, request_param: page, size_param: n, size_max: 0}                              | Pagination[items: found in the body; next: page number from 1; sent as: query page; page size: query n]
      {style: page, request_param: page, size_param: n, size_max: 9999999999}                     | Pagination[items: found in the body; next: page number from 1; sent as: query page; page size: query n, at most 2147483647]
      {style: token-body, request_param: '$.page.start', next: $.next}                            | Pagination[items: found in the body; next: cursor $.next; sent as: body $.page.start]
      {style: token-body, request_param: '$[''page.start'']', next: $.next}                       | Pagination[items: found in the body; next: cursor $.next; sent as: body $['page.start']]
      {style: token-body, request_param: /page/start, next: $.next}                               | Pagination[items: found in the body; next: cursor $.next; sent as: body $.page.start]
      {style: cursor, request_param: c, next: detect, items: $.byId, has_more: $.more}            | Pagination[items: values of $.byId; next: detected; sent as: query c; more: while $.more]
      {style: page, items: $.byId, request_param: page}                                           | Pagination[items: values of $.byId; next: page number from 1; sent as: query page]
      """)
  void eachStyleBecomesAPagination(String said, String expected) {
    assertThat(pagination("POST", said)).map(Pagination::toString).contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      {style: after-id, request_param: since}                      | which field of the last item?
      {style: cursor, request_param: after}                        | where is the next one?
      {style: cursor, next: $.next}                                | what carries it?
      {style: next-url}                                            | where is the URL?
      {style: cursor, request_param: '', request_in: header, next: $.next} | no header has no name
      {style: cursor, request_param: '', request_in: header, next: detect} | no header has no name
      {style: next-url, next: $.next, size_param: '', size_in: header} | no header has no name
      {style: page}                                                | what counts?
      """)
  void whatCannotBeWalkedHasNoPagination(String said, String why) {
    assertThat(pagination("POST", said)).as(why).isEmpty();
  }

  @Test
  void aPositionInTheBodyNeedsAJsonBody() {
    String said = "{style: token-body, request_param: start, next: $.next}";

    assertThat(pagination("POST", said)).isPresent();
    assertThat(pagination("PUT", said)).isEmpty(); // It takes a form.
    assertThat(pagination("GET", said)).isEmpty();
  }

  @Test
  void anOperationThatIsNotPaginatedHasNone() {
    assertThat(pagination("POST", "false")).isEmpty();
  }

  @Test
  void aFirstPageNumberThatIsMerelyAnExampleIsNotBelieved() {
    Detection detection = PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters:
                - {name: page, in: query, schema: {type: integer, default: 7}}
                - {name: per_page, in: query, schema: {type: integer}}
              responses: {'200': {content: {application/json: {schema: {type: array, items: {}}}}}}
        """)).get(0);

    assertThat(detection.pagination().orElseThrow().next()).hasToString("page number from 1");
  }

  private Optional<Pagination> pagination(String method, String said) {
    ApiDocument document = Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              responses: {'200': {content: {application/json: {schema: {properties: {
                byId: {type: object, additionalProperties: {type: string}}}}}}}}
            post:
              requestBody: {content: {application/json: {}}}
              responses: {'200': {content: {application/json: {schema: {properties: {
                byId: {type: object, additionalProperties: {type: string}}}}}}}}
            put:
              requestBody: {content: {application/x-www-form-urlencoded: {}}}
              responses: {}
        """);
    String text = "operations: {%s /things: %s}".formatted(method, said);
    Overrides overrides =
        Overrides.of(TreeReader.read(Documents.write(folder, "pageturner.yaml", text)));
    assertThat(overrides.problems()).isEmpty();
    List<Detection> all = overrides.apply(PaginationDetector.detect(document));
    return all.stream()
        .filter(one -> one.operation().method().equals(method))
        .findFirst()
        .orElseThrow()
        .pagination();
  }
}
