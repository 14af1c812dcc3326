package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.TreeReader;
import dev.pageturner.pagination.Pagination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  @TempDir
  Path folder;

  private List<Detection> detections;

  @BeforeEach
  void detect() {
    detections = PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              operationId: listThings
              parameters: [{name: page, in: query, schema: {type: integer}}, {name: limit, in: query}]
              responses: {'200': {description: OK, content: {application/json: {schema: {type: array}}}}}
          /top:
            get: {operationId: top, responses: {}}
        """));
  }

  @Test
  void anOverrideWinsOverWhatWasDetected() {
    DetectedPagination found = overrides("""
            operations:
              GET /things: {style: after-id, items: $, request_param: p, size_param: n, size_max: 50,
                            has_more: '!$.done', last_id_field: id}
            """).apply(detections).get(0).best().orElseThrow();

    assertThat(found.style()).isEqualTo(PageStyle.AFTER_LAST_ITEM);
    assertThat(found.position().orElseThrow().name()).isEqualTo("p");
    assertThat(found.size().orElseThrow().maximum()).contains(50L);
    assertThat(found.endFlag().orElseThrow().negated()).isTrue();
    assertThat(found.lastItemField()).contains("id");
    assertThat(found.confidence()).isEqualTo(1);
    assertThat(found.evidence())
        .containsExactly("an override says so at pageturner.yaml:2 #/operations/GET ~1things");
  }

  @Test
  void operationsMayBeNamedByTheirIdAndSaidNotToBePaginated() {
    Overrides overrides = overrides("operations: {listThings: false, top: {style: link-header}}");

    assertThat(overrides.apply(detections))
        .extracting(Detection::isPaginated)
        .containsExactly(false, true);
    assertThat(overrides.problems()).isEmpty();
    assertThat(overrides.problems(detections)).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsToldWithItsPlace() {
    Overrides overrides = overrides("""
        operations:
          GET /things: {style: dance}
          GET /top: {style: page, colour: red}
          GET /none: 12
        """);

    assertThat(overrides.problems())
        .extracting(Problem::toString)
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text)
                .startsWith("pageturner.yaml:2 ")
                .contains("style is none of cursor,"),
            text -> assertThat(text)
                .startsWith("pageturner.yaml:3 ")
                .contains("no such member; known are end_rule,"),
            text -> assertThat(text)
                .startsWith("pageturner.yaml:4 ")
                .endsWith("neither false nor an object"));
    assertThat(overrides.problems(detections))
        .extracting(Problem::message)
        .containsExactly("the document has no such operation");
    assertThat(overrides("[]").problems()).hasSize(1);
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    String text = Overrides.write(detections);

    assertThat(text).isEqualTo("""
        operations:
          "GET /things": {"style":"page", "items":"$", "request_param":"page", "request_in":"query", "size_param":"limit"}
        """);
    DetectedPagination again = overrides(text).apply(detections).get(0).best().orElseThrow();
    assertThat(again.position())
        .isEqualTo(detections.get(0).best().orElseThrow().position());
    assertThat(again.items()).contains("$");
  }

  @Test
  void whatIsSaidToBeNoListIsWrittenAsThat() {
    List<Detection> said = overrides("operations: {listThings: false}").apply(detections);

    String text = Overrides.write(detections, said);

    assertThat(text).isEqualTo("operations:\n  \"GET /things\": false\n");
    assertThat(overrides(text).apply(detections)).isEqualTo(said);
  }

  @Test
  void wordsOfThePaginationStandAloneOrBesideAStyle() {
    List<Detection> said = overrides("""
        operations:
          GET /things:
            next: [$.at, 'header:X-Id']
            send: ['query:at', 'query:id']
            end_rule: [empty-page, short-page]
            token_alone: true
          top: {style: page, request_param: p, page_start: 0, following_path: more, keep: [q]}
        """).apply(detections);

    assertThat(said.get(0).pagination().orElseThrow())
        .hasToString("Pagination[items: found in the body; next: cursor $.at, header X-Id;"
            + " sent as: query at, id; also: [EMPTY_PAGE, SHORT_PAGE];"
            + " following pages keep: nothing]");
    assertThat(said.get(1).pagination())
        .contains(Pagination.pageNumber("p", 0).followingPath("more").keeping("q"));
    assertThat(said.get(1).best().orElseThrow().style()).isEqualTo(PageStyle.PAGE_NUMBER);
  }

  @Test
  void aListOfOnePageAndOneThatIsRecognisedCanBeSaid() {
    List<Detection> said = overrides("""
        operations:
          GET /things: {next: none, items: $.a}
          top: {next: detect, items: $.b}
        """).apply(detections);

    assertThat(said.get(0).pagination()).contains(Pagination.onePage().items("$.a"));
    assertThat(said.get(1).pagination()).contains(Pagination.detect().items("$.b"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      style: after-id, request_param: since                | 2 | last_id_field is missing
      style: cursor, request_param: after                  | 2 | next is missing
      style: cursor, next: $.next                          | 2 | request_param is missing
      style: token-body, request_param: c, next: $.next    | 2 | GET /things takes no JSON body
      style: page                                          | 2 | request_param is missing
      style: page, request_param: p, page_start: one       | 5 | page_start is no number from 0
      style: cursor, request_param: c, next: $..next       | 5 | not supported
      style: cursor, request_param: c, next: 'header:'     | 5 | a header without a name
      style: page, request_param: p, request_in: cookie    | 5 | request_in is none of
      style: page, request_param: [p]                      | 4 | request_param is not text
      style: page, request_param: p, items: $..a           | 5 | not supported
      style: page, request_param: p, total: $..a           | 5 | not supported
      style: page, request_param: p, has_more: '!$..a'     | 5 | not supported
      style: page, request_param: p, next: detect          | 5 | next is recognised at run time for
      style: page, request_param: p, size_in: cookie       | 5 | size_in is none of
      style: page, request_param: p, colour: red           | 5 | error_at, extra_item, first_cursor, following_method, following_path, has_more
      style: cursor, next: $.n, request_param: c, request_in: path | 6 | request_in is none of
      next: link, colour: red                              | 4 | size_usual, style, sync_at, sync_back
      style: next-url                                      | 2 | next is missing
      next: $.next                                         | 3 | next $.next needs send
      next: link, end_rule: dance                          | 4 | no end rule 'dance'
      next: link, overlap: $.id                            | 2 | has no key for items
      next: link, extra_item: 7                            | 4 | extra_item is true or false
      next: link, keep: {a: b}                             | 4 | keep is not text or an array of it
      next: link, items: [a, b]                            | 4 | items is not text
      items: $.data                                        | 2 | style is missing or none of
      """)
  void whatCannotBeCarriedOutIsAnErrorWithItsLine(String said, int line, String message) {
    Overrides overrides = overrides(
        "operations:\n  GET /things:\n    " + said.replaceAll(", (?=[a-z_]+:)", "\n    "));
    List<Problem> problems = Stream.concat(
            overrides.problems().stream(), overrides.problems(detections).stream())
        .toList();

    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString())
            .startsWith("pageturner.yaml:" + line + " ")
            .contains(message));
    assertThat(overrides.apply(detections)).hasSameSizeAs(detections);
  }

  @ParameterizedTest(name = "{0}: {1} problems")
  @CsvSource(delimiter = '|', textBlock = """
      'operations:'      | 0
      operations: {}     | 0
      operations: []     | 1
      operations: all    | 1
      other: {}          | 1
      """)
  void whereNothingIsSaidNothingIsWrong(String text, int problems) {
    assertThat(overrides(text).problems()).hasSize(problems);
  }

  @Test
  void aListOfOnePageIsWrittenThoughNothingWasDetected() {
    List<Detection> said =
        overrides("operations: {top: {next: none, items: $.b}}").apply(detections);

    assertThat(Overrides.write(said))
        .contains("\"GET /top\": {\"items\":\"$.b\", \"next\":\"none\"}");
  }

  @Test
  void aStyleMayLeaveItToTheFirstPageWhereTheNextOneIs() {
    Detection said = overrides("""
        operations:
          GET /things: {style: cursor, request_param: q, next: detect, items: $, has_more: $.more,
                        size_param: n, size_in: header, size_max: 50}
        """).apply(detections).get(0);

    assertThat(said.pagination().orElseThrow())
        .hasToString("Pagination[items: array $; next: detected;"
            + " sent as: query q; more: while $.more; page size: header n, at most 50]");
    assertThat(said.best().orElseThrow().isOpen()).isTrue();
  }

  @Test
  void whatIsRecognisedAtRunTimeIsWrittenWithTheParametersThatAreKnown() {
    DetectedPagination unknown = overrides(
            "operations: {top: {style: after-id, request_param: since, last_id_field: id}}")
        .apply(detections)
        .get(1)
        .best()
        .map(found -> new DetectedPagination(
            found.style(),
            found.items(),
            found.position(),
            found.next(),
            found.size(),
            found.endFlag(),
            found.total(),
            found.totalPages(),
            Optional.empty(),
            found.start(),
            found.confidence(),
            found.evidence()))
        .orElseThrow();
    Detection detection = new Detection(detections.get(1).operation(), List.of(unknown));

    assertThat(Overrides.write(List.of(detection))).isEqualTo("""
        operations:
          "GET /top": {"style":"after-id", "request_param":"since", "request_in":"query", "next":"detect"}
        """);
  }

  private Overrides overrides(String text) {
    return Overrides.of(TreeReader.read(Documents.write(folder, "pageturner.yaml", text)));
  }
}
