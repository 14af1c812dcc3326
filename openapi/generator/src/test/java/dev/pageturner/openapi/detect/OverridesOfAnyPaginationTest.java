package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.TreeReader;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.testing.AnyPagination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a {@code Pagination} can express can be said by an override. */
class OverridesOfAnyPaginationTest {
  @TempDir
  static Path folder;

  private static List<Detection> detections;

  @BeforeAll
  static void detect() {
    detections = PaginationDetector.detect(Documents.yaml(folder, """
        openapi: 3.0.0
        paths:
          /things:
            get:
              parameters: [{name: page, in: query, schema: {type: integer}}, {name: limit, in: query}]
              responses: {'200': {description: OK, content: {application/json: {schema: {type: array}}}}}
        """));
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyPaginationIsReadBackAsItWasWritten(long seed) {
    Pagination pagination = AnyPagination.of(seed);
    Detection things = detections.get(0);
    Detection said = new Detection(things.operation(), things.choices(), Optional.of(pagination));

    String text = Overrides.write(List.of(said));
    Overrides overrides = overrides(text);
    assertThat(overrides.problems()).as(text).isEmpty();
    assertThat(overrides.problems(detections)).as(text).isEmpty();
    Detection again = overrides.apply(detections).get(0);
    assertThat(again.pagination()).as(text).contains(pagination);
    assertThat(Overrides.write(List.of(again))).isEqualTo(text);
  }

  private static Overrides overrides(String text) {
    return Overrides.of(TreeReader.read(Documents.write(folder, "pageturner.yaml", text)));
  }
}
