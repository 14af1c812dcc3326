package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.parse.Documents;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.parse.TreeReader;
import dev.pageturner.openapi.testing.PublishedSpecs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as overrides, and read again, is what was detected, and is written alike. */
class OverridesFixedPointTest {
  @TempDir
  Path folder;

  /** The dialects of this repository, and the published documents if they are beside it. */
  static Stream<Path> documents() throws Exception {
    Path dialects =
        Path.of(OverridesFixedPointTest.class.getResource("/dialects").toURI());
    return Stream.concat(Files.list(dialects).sorted(), PublishedSpecs.documents().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void writtenOverridesChangeNothing(Path document) {
    changeNothing(OpenApiReader.read(document));
  }

  @Test
  void namesOfAnySignsComeBackAsTheyAre() {
    changeNothing(Documents.json(folder, """
        {'openapi': '3.0.0', 'paths': {
          '/it`s {id}/a: b #c\\u0085\\u2028\\ufeff\\u007f\\ud83d\\ude00/%25': {'get': {
            'parameters': [{'name': 'page[\\\\'x\\\\'].cursor', 'in': 'query', 'schema': {'type': 'string'}}],
            'responses': {'200': {'content': {'application/json': {'schema': {'properties': {
              'next cursor\\u009b: {': {'type': 'string'},
              'it`s': {'type': 'array', 'items': {'properties': {'id': {}}}}}}}}}}}}}}
        """.replace("\\\\'", "\\\"").replace('`', '\u2019')));
  }

  private void changeNothing(ApiDocument document) {
    List<Detection> detected = PaginationDetector.detect(document);
    String written = Overrides.write(detected);

    Overrides read =
        Overrides.of(TreeReader.read(Documents.write(folder, "overrides.yaml", written)));
    assertThat(read.problems()).isEmpty();
    assertThat(read.problems(detected)).isEmpty();
    List<Detection> again = read.apply(detected);

    assertThat(again)
        .extracting(OverridesFixedPointTest::decision)
        .isEqualTo(detected.stream().map(OverridesFixedPointTest::decision).toList());
    assertThat(Overrides.write(again)).isEqualTo(written);
  }

  /** How the operation is walked, and what tables and the mock server show of it. */
  private static List<Object> decision(Detection detection) {
    return List.of(
        detection.operation(),
        detection.pagination(),
        detection.best().map(best -> DetectionLines.facts(best).toString()));
  }
}
