package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a detection with a label: the best of the label's accepted answers counts. */
final class Judge {
  static final List<String> FIELDS = List.of("style", "items", "request_param", "next");
  private static final Pattern SEGMENT =
      Pattern.compile("\\['([^']*)'\\]|\\[([^\\]]*)\\]|([^.\\[\\]$]+)");

  private Judge() {}

  /** {@return for each field that the best answer has a value for, whether it is right} */
  static Map<String, Boolean> judge(ObjectNode label, DetectedPagination found) {
    List<Map<String, Boolean>> verdicts = new ArrayList<>();
    answers(label).forEach(answer -> verdicts.add(verdict(answer, found)));
    return verdicts.stream()
        .max(Comparator.comparing(
                (Map<String, Boolean> verdict) -> verdict.getOrDefault("style", false))
            .thenComparing(Judge::balance)
            .thenComparing(verdict -> -verdicts.indexOf(verdict)))
        .orElseThrow();
  }

  private static int balance(Map<String, Boolean> verdict) {
    return verdict.values().stream().mapToInt(right -> right ? 1 : -1).sum();
  }

  private static Stream<Map<String, @Nullable String>> answers(ObjectNode label) {
    Map<String, @Nullable String> first = new LinkedHashMap<>();
    FIELDS.forEach(field -> first.put(field, label.text(field).orElse(null)));
    Stream<Map<String, @Nullable String>> others = label.list("accept").stream()
        .map(Node::asObject)
        .flatMap(Optional::stream)
        .map(accept -> {
          Map<String, @Nullable String> answer = new LinkedHashMap<>(first);
          FIELDS.stream()
              .filter(accept::has)
              .forEach(field -> answer.put(field, accept.text(field).orElse(null)));
          return answer;
        });
    return Stream.concat(Stream.of(first), others);
  }

  private static Map<String, Boolean> verdict(
      Map<String, @Nullable String> wanted, DetectedPagination found) {
    Map<String, Boolean> verdict = new LinkedHashMap<>();
    wanted.forEach((field, value) -> {
      if (value != null) {
        verdict.put(field, isRight(field, value, found));
      }
    });
    return verdict;
  }

  private static boolean isRight(String field, String wanted, DetectedPagination found) {
    return switch (field) {
      case "style" -> found.style().label().equals(wanted);
      case "items" ->
        found.items().map(Judge::path).filter(path(wanted)::equals).isPresent();
      case "next" -> found.next().map(Judge::path).filter(path(wanted)::equals).isPresent();
      default ->
        found
            .position()
            .map(position -> parameter(position.name()))
            .filter(parameter(wanted)::equals)
            .isPresent();
    };
  }

  private static List<String> path(String text) {
    if (text.startsWith("header:")) {
      return List.of(text.toLowerCase(Locale.ROOT));
    }
    List<String> segments = new ArrayList<>();
    Matcher matcher = SEGMENT.matcher(text);
    while (matcher.find()) {
      Stream.of(1, 2, 3).map(matcher::group).filter(group -> group != null).forEach(segments::add);
    }
    segments.removeIf(segment -> segment.isEmpty() || segment.equals("*"));
    return segments;
  }

  private static String parameter(String text) {
    return text.replaceAll("\\[([^\\]]*)\\]", ".$1");
  }
}
