package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.TreeReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parameters of a list a walk over it sets by itself. */
class PageParametersTest {
  private static final String QUERY = "{name: %s, in: query, schema: {type: %s}}";

  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      {style: cursor, request_param: after, next: $.next, size_param: limit}  | after before limit
      {style: cursor, request_param: q, next: $.next}                         | before q
      {style: after-id, request_param: after, last_id_field: id}              | after before
      {style: next-url, next: $.next}                                         | before offset page page_token
      {style: link-header}                                                    | before offset page page_token
      {style: page, request_param: page}                                      | page
      {style: offset, request_param: offset, size_param: limit}               | limit offset
      {style: cursor, request_param: X-At, request_in: header, next: $.next}  | X-At before
      {style: cursor, request_param: q, next: $.next, size_param: X-Many, size_in: header} | X-Many before q
      {style: cursor, request_param: p.q, next: $.next}                       | before
      {style: page, request_param: number, size_param: size}                  | pageable
      {style: page, request_param: number}                                    | -
      {next: [$.next, $.b], send: [query:q, query:sort], size_param: limit}   | before limit q sort
      {next: [$.next, $.b], send: ['header:X-At', 'header:X-Many']}           | X-At X-Many before
      {next: none, size_param: limit}                                         | limit
      {next: $.next, send: header:X-At, size_param: limit}                    | X-At before limit
      {next: $.next, send: body:at, size_param: limit}                        | before limit
      false                                                                   | -
      """)
  void whatSaysWhichPageIsWantedIsNoFilter(String said, String names) {
    Detection list = Overrides.of(TreeReader.read(Documents.write(
            folder, "pageturner.yaml", "operations: {POST /things: %s}".formatted(said))))
        .apply(detections())
        .get(0);

    assertThat(names(list)).isEqualTo(names);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      cursor, offset  | cursor limit offset
      cursor, sort    | cursor limit
      cursor, 'page[offset]', 'page[limit]' | cursor limit page[limit] page[offset]
      """)
  void theParametersOfOtherWaysThroughTheListAreNoneEither(String parameters, String names) {
    List<String> all = List.of(parameters.split(", "));
    Detection list = PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters: [%s, {name: limit, in: query, schema: {type: integer}}]
              responses: {'200': {content: {application/json: {schema: {properties: {
                data: {type: array}, next_cursor: {type: string}}}}}}}
        """.formatted(all.stream()
            .map(name ->
                QUERY.formatted(name, name.matches(".*(?:offset|limit).*") ? "integer" : "string"))
            .collect(Collectors.joining(", ")))))
        .get(0);

    assertThat(names(list)).isEqualTo(names);
  }

  private static String names(Detection list) {
    String names = PageParameters.of(list).stream()
        .map(Parameter::name)
        .sorted()
        .collect(Collectors.joining(" "));
    return names.isEmpty() ? "-" : names;
  }

  private List<Detection> detections() {
    return PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            post:
              parameters:
                - {name: q, in: query, schema: {type: string}}
                - {name: sort, in: query, schema: {type: string}}
                - {name: limit, in: query, schema: {type: integer}}
                - {name: page, in: query, schema: {type: integer}}
                - {name: offset, in: query, schema: {type: integer}}
                - {name: after, in: query, schema: {type: string}}
                - {name: before, in: query, schema: {type: string}}
                - {name: page_token, in: query, schema: {type: string}}
                - {name: X-At, in: header, schema: {type: string}}
                - {name: X-Many, in: header, schema: {type: integer}}
                - name: pageable
                  in: query
                  schema: {type: object, properties: {number: {type: integer}, size: {type: integer}}}
                - name: until
                  in: query
                  schema: {type: object, properties: {before: {type: string, format: date-time}}}
                - {name: empty, in: query, schema: {type: array, items: {type: object}}}
              requestBody: {content: {application/json: {schema: {type: object}}}}
              responses: {}
        """));
  }
}
