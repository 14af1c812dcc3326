package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.parse.OpenApiReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One small document for each family of APIs; {@code x-expected} says what is to be found: style,
 * items, what carries the position, where the next one is.
 */
class DialectsTest {
  static Stream<Arguments> operations() throws Exception {
    Path folder = Path.of(DialectsTest.class.getResource("/dialects").toURI());
    return Files.list(folder).sorted().flatMap(DialectsTest::detections);
  }

  private static Stream<Arguments> detections(Path file) {
    String family = file.getFileName().toString().replace(".yaml", "");
    return PaginationDetector.detect(OpenApiReader.read(file)).stream()
        .map(detection -> Arguments.of(
            family,
            detection.operation().method() + " " + detection.operation().path(),
            detection));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("operations")
  void eachFamilyIsRecognised(String family, String operation, Detection detection) {
    String expected = detection.operation().node().text("x-expected").orElseThrow();

    assertThat(detection.best().map(DialectsTest::inShort).orElse("none"))
        .as("%s", detection.choices())
        .isEqualTo(expected);
  }

  private static String inShort(DetectedPagination found) {
    return String.join(
        " ",
        found.style().label(),
        found.items().orElse("-"),
        found.position().map(DialectsTest::inShort).orElse("-"),
        found.next().orElse("-"));
  }

  private static String inShort(PositionField field) {
    return field.in() + ":" + field.name();
  }
}
