package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.TreeReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(overrides.unmatched(detections)).isEmpty();
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
                .contains("style is missing or none of cursor,"),
            text -> assertThat(text)
                .startsWith("pageturner.yaml:3 ")
                .contains("no such member; known are has_more,"),
            text -> assertThat(text)
                .startsWith("pageturner.yaml:4 ")
                .endsWith("neither false nor an object"));
    assertThat(overrides.unmatched(detections))
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

  private Overrides overrides(String text) {
    return Overrides.of(TreeReader.read(Documents.write(folder, "pageturner.yaml", text)));
  }
}
