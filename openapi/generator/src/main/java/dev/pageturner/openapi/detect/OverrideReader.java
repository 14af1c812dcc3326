package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one override. */
final class OverrideReader {
  private static final Set<String> KNOWN = Set.of(
      "style",
      "items",
      "request_param",
      "request_in",
      "next",
      "size_param",
      "size_max",
      "has_more",
      "total",
      "total_pages",
      "last_id_field",
      "page_start");

  private OverrideReader() {}

  static Optional<DetectedPagination> read(ObjectNode node, List<Problem> problems) {
    node.members().forEach((key, value) -> {
      if (!KNOWN.contains(key)) {
        problems.add(Problem.error(
            value.location(), "no such member; known are " + String.join(", ", sorted())));
      }
    });
    Optional<PageStyle> style = node.text("style").flatMap(OverrideReader::style);
    if (style.isEmpty()) {
      problems.add(Problem.error(node.location(), "style is missing or none of " + styles()));
    }
    return style.map(known -> pagination(node, known));
  }

  private static DetectedPagination pagination(ObjectNode node, PageStyle style) {
    String in = node.text("request_in").orElse(style == PageStyle.BODY_CURSOR ? "body" : "query");
    return new DetectedPagination(
        style,
        node.text("items"),
        node.text("request_param").map(name -> new PositionField(name, in)),
        node.text("next"),
        node.text("size_param").map(name -> new PageSize(name, in, number(node, "size_max"))),
        node.text("has_more").map(OverrideReader::endFlag),
        node.text("total"),
        node.text("total_pages"),
        node.text("last_id_field"),
        number(node, "page_start"),
        1,
        List.of("an override says so at " + node.location()));
  }

  private static EndFlag endFlag(String text) {
    boolean negated = text.startsWith("!");
    return new EndFlag(negated ? text.substring(1) : text, negated);
  }

  private static Optional<Long> number(ObjectNode node, String key) {
    return node.text(key).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  private static Optional<PageStyle> style(String label) {
    return Stream.of(PageStyle.values())
        .filter(style -> style.label().equals(label))
        .findFirst();
  }

  private static String styles() {
    return String.join(", ", Stream.of(PageStyle.values()).map(PageStyle::label).toList());
  }

  private static List<String> sorted() {
    return KNOWN.stream().sorted().toList();
  }
}
