package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.openapi.detect.Dialects.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One small document for each family of APIs; {@code x-expected} of an operation says all that is
 * to be found, and nothing else may be.
 */
class DialectsTest {
  static Stream<Dialect> dialects() {
    return Dialects.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void eachFamilyIsRecognised(Dialect dialect) {
    assertThat(wrong(dialect)).as("what is not as x-expected says").isEmpty();
  }

  /** {@return what is not as expected, by operation} */
  static Map<String, List<String>> wrong(Dialect dialect) {
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    for (Detection detection : dialect.detections()) {
      Facts expected = Facts.expectedOf(detection.operation());
      List<String> differences = Facts.foundIn(detection).differencesFrom(expected);
      if (!differences.isEmpty()) {
        wrong.put(Dialects.key(detection.operation()), differences);
      }
    }
    return wrong;
  }
}
