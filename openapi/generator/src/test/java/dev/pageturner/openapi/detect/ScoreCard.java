package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How right the detections of one document are: the same counts as {@code score_detection.py}. */
final class ScoreCard {
  private final Map<String, int[]> fields = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();
  private int truePositives;
  private int falsePositives;
  private int falseNegatives;

  static ScoreCard of(List<ObjectNode> labels, List<Detection> detections) {
    Map<String, Detection> byOperation = new HashMap<>();
    detections.forEach(detection -> byOperation.putIfAbsent(
        key(detection.operation().method(), detection.operation().path()), detection));
    ScoreCard card = new ScoreCard();
    labels.stream()
        .filter(label -> !label.flag("disputed"))
        .forEach(label -> card.count(label, byOperation));
    return card;
  }

  private static String key(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]*\\}", "{}").replaceAll("(?<=.)/$", "");
  }

  private void count(ObjectNode label, Map<String, Detection> byOperation) {
    String key = key(label.text("method").orElseThrow(), label.text("path").orElseThrow());
    Detection detection = byOperation.get(key);
    boolean found = detection != null && detection.isPaginated();
    boolean truth = label.flag("paginated");
    truePositives += found && truth ? 1 : 0;
    falsePositives += found && !truth ? 1 : 0;
    falseNegatives += !found && truth ? 1 : 0;
    if (found != truth) {
      errors.add((truth ? "missed " : "not paginated ") + key);
    }
    if (found && truth) {
      Judge.judge(label, detection.best().orElseThrow())
          .forEach((field, right) -> count(key, field, right));
    }
  }

  private void count(String key, String field, boolean right) {
    int[] counts = fields.computeIfAbsent(field, same -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
    if (!right) {
      errors.add("wrong " + field + " " + key);
    }
  }

  /**
   * {@return a figure by its name}
   *
   * <p>{@code precision} and {@code recall} are those of what is called paginated; any other is the
   * share of true positives of which this field is right.
   */
  OptionalDouble figure(String name) {
    return switch (name) {
      case "precision" -> ratio(truePositives, truePositives + falsePositives);
      case "recall" -> ratio(truePositives, truePositives + falseNegatives);
      default -> {
        int[] counts = fields.getOrDefault(name, new int[2]);
        yield ratio(counts[0], counts[1]);
      }
    };
  }

  private static OptionalDouble ratio(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  List<String> errors() {
    return errors;
  }

  @Override
  public String toString() {
    String cells = Stream.concat(Stream.of("precision", "recall"), Judge.FIELDS.stream())
        .map(name -> String.format(Locale.ROOT, "%7s", cell(figure(name))))
        .collect(Collectors.joining());
    return String.format(
        Locale.ROOT, "%5d %4d %4d%s", truePositives, falsePositives, falseNegatives, cells);
  }

  /** {@return a figure in three digits, cut rather than rounded so that only 1 is 1.000} */
  static String cell(OptionalDouble value) {
    return value.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.3f", Math.floor(value.getAsDouble() * 1000) / 1000);
  }
}
