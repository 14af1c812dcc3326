package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.spelling.PaginationWords;
import dev.pageturner.openapi.spelling.Word;
import dev.pageturner.pagination.Pagination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How operations page, as lines of {@code pageturner.yaml}; JSON in one line is YAML too. */
final class OverrideLines {
  private OverrideLines() {}

  /**
   * {@return the line of an operation, a comment if an override has to say more before it works}
   */
  static String of(Detection detection) {
    Optional<Pagination> walked = detection.pagination();
    Optional<DetectedPagination> best = detection.best();
    // A style and its facts are easier to correct than words, where they say the same.
    boolean styled =
        best.isPresent() && walked.equals(Detection.walked(detection.operation(), best.get()));
    List<String> members =
        styled || walked.isEmpty() ? DetectionLines.facts(best.orElseThrow()) : words(walked.get());
    String line = name(detection) + ": {" + String.join(", ", members) + "}";
    return walked.isPresent() ? "  " + line : "  # to be completed: " + line;
  }

  /** {@return the line of an operation that is detected as a list and is none} */
  static String ofNoList(Detection detection) {
    return "  " + name(detection) + ": false";
  }

  private static String name(Detection detection) {
    return DetectionLines.quoted(
        detection.operation().method() + " " + detection.operation().path());
  }

  private static List<String> words(Pagination pagination) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    if (pagination.isDetected()) {
      said.put("next", List.of("detect"));
    }
    PaginationWords.of(pagination).stream()
        .collect(Collectors.groupingBy(
            Word::name, LinkedHashMap::new, Collectors.mapping(Word::value, Collectors.toList())))
        .forEach(said::put);
    return said.entrySet().stream()
        .map(entry -> member(OverrideReader.member(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static String member(String name, List<String> values) {
    if (values.size() == 1) {
      return DetectionLines.member(name, values.get(0));
    }
    return values.stream()
        .map(DetectionLines::quoted)
        .collect(Collectors.joining(",", DetectionLines.quoted(name) + ":[", "]"));
  }
}
