package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One small document for each family of APIs; {@code x-expected} of an operation says all that is
 * to be found, and nothing else may be.
 */
class DialectsTest {
  static Stream<Arguments> operations() {
    return Dialects.all().stream()
        .flatMap(dialect -> dialect.detections().stream()
            .map(detection -> Arguments.of(
                dialect.name(),
                detection.operation().method() + " " + detection.operation().path(),
                detection)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("operations")
  void eachFamilyIsRecognised(String family, String operation, Detection detection) {
    Facts expected = Facts.expectedOf(detection.operation());

    assertThat(Facts.foundIn(detection).differencesFrom(expected)).isEmpty();
  }
}
