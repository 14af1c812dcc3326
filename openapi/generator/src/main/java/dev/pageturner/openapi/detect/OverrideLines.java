package dev.pageturner.openapi.detect;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Printable;
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
    Map<String, RawJson> members =
        styled || walked.isEmpty() ? DetectionLines.facts(best.orElseThrow()) : words(walked.get());
    String line = name(detection) + ": " + object(members);
    return walked.isPresent() ? "  " + line : "  # to be completed: " + line;
  }

  /** {@return the line of an operation that is detected as a list and is none} */
  static String ofNoList(Detection detection) {
    return "  " + name(detection) + ": false";
  }

  private static String name(Detection detection) {
    return text(
        RawJson.of(detection.operation().method() + " " + detection.operation().path()));
  }

  private static String object(Map<String, RawJson> members) {
    return members.entrySet().stream()
        .map(member -> text(RawJson.of(member.getKey())) + ":" + text(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String text(RawJson json) {
    return Printable.json(json.text());
  }

  private static Map<String, RawJson> words(Pagination pagination) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    if (pagination.isDetected()) {
      said.put("next", List.of("detect"));
    }
    PaginationWords.of(pagination).stream()
        .collect(Collectors.groupingBy(
            Word::name, LinkedHashMap::new, Collectors.mapping(Word::value, Collectors.toList())))
        .forEach(said::put);
    Map<String, RawJson> members = new LinkedHashMap<>();
    said.forEach((name, values) -> members.put(OverrideReader.member(name), oneOrAll(values)));
    return members;
  }

  private static RawJson oneOrAll(List<String> values) {
    return values.size() == 1
        ? RawJson.of(values.get(0))
        : RawJson.ofArray(values.stream().map(RawJson::of).toList());
  }
}
