package dev.pageturner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pageturner.testing.ConformanceFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 9535 and RFC 6901, with the cases that others wrote for them. */
class PathExpressionConformanceTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("selectors")
  void singularQueriesFindWhatTheRfcSaysAndOthersAreRefused(String name, Map<?, ?> test)
      throws IOException {
    String selector = (String) test.get("selector");
    if (test.containsKey("invalid_selector") || !isSingular(selector)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PathExpression.parse(selector))
          .withMessageContaining("at index");
      return;
    }
    String found = PathExpression.parse(selector).find(ConformanceFile.json(test.get("document")));
    List<?> expected = (List<?>) test.get("result");
    if (expected.isEmpty()) {
      assertThat(found).isNull();
    } else {
      assertThat(ConformanceFile.value(found)).isEqualTo(expected.get(0));
    }
  }

  static Stream<Arguments> selectors() {
    return ConformanceFile.cases("jsonpath/cts-basic.json")
        .map(test -> arguments(test.get("name"), test));
  }

  private static boolean isSingular(String selector) {
    String unquoted = selector.replaceAll("'(\\\\.|[^'\\\\])*'|\"(\\\\.|[^\"\\\\])*\"", "");
    return !unquoted.contains("..") && !unquoted.matches(".*[*:,?].*");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("pointers")
  void jsonPointersFindWhatTheRfcSays(String id, String pointer, Map<?, ?> test)
      throws IOException {
    Object document = ConformanceFile.read("json-pointer/rfc6901.json").get("document");
    if (!test.containsKey("missing_or_invalid")) {
      String found = PathExpression.parse(pointer).find(ConformanceFile.json(document));
      assertThat(ConformanceFile.value(found)).isEqualTo(test.get("expected"));
    } else if (pointer.startsWith("/")) {
      assertThat(absentOrRefused(pointer, document)).isTrue();
    }
  }

  static Stream<Arguments> pointers() {
    return ConformanceFile.cases("json-pointer/rfc6901.json")
        .map(test -> arguments(test.get("id"), test.get("pointer"), test));
  }

  private static boolean absentOrRefused(String pointer, Object document) throws IOException {
    try {
      return PathExpression.parse(pointer).find(ConformanceFile.json(document)) == null;
    } catch (IllegalArgumentException refused) {
      return true;
    }
  }

  /** The first operation of each patch, since the document changes after it. */
  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("patches")
  void pointersOfPatchesLeadToTheirValues(Object operation, Map<?, ?> test) throws IOException {
    Map<?, ?> patch = (Map<?, ?>) operation;
    String pointer = (String) patch.get(patch.containsKey("from") ? "from" : "path");
    if (test.containsKey("error")) {
      assertThat(findsItsOperand(pointer, patch, test.get("doc"))).isFalse();
    } else if (!patch.get("op").equals("add")) {
      assertThat(findsItsOperand(pointer, patch, test.get("doc"))).isTrue();
    } else if (!pointer.endsWith("/-")) {
      String added = PathExpression.parse(pointer).find(ConformanceFile.json(test.get("expected")));
      assertThat(ConformanceFile.value(added)).isEqualTo(patch.get("value"));
    }
  }

  private static boolean findsItsOperand(String pointer, Map<?, ?> patch, Object document)
      throws IOException {
    String found = PathExpression.parse(pointer).find(ConformanceFile.json(document));
    return found != null
        && (!patch.get("op").equals("test")
            || Objects.equals(ConformanceFile.value(found), patch.get("value")));
  }

  static Stream<Arguments> patches() {
    return Stream.of("json-patch-spec_tests.json", "json-patch-tests.json")
        .flatMap(file -> ConformanceFile.cases("json-pointer/" + file))
        .filter(test -> !((List<?>) test.get("patch")).isEmpty())
        .filter(test -> !test.containsKey("error") || aboutPointers(test))
        .map(test -> arguments(((List<?>) test.get("patch")).get(0), test));
  }

  /** Leaves out errors of the patch itself, such as a missing value. */
  private static boolean aboutPointers(Map<?, ?> test) {
    return !((String) test.get("error")).matches("missing '(value|path)'.*|[Uu]nrecognized op.*");
  }
}
