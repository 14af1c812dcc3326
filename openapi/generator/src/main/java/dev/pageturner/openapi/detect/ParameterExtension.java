package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.Optional;

/**
 * {@code x-pagination: {cursorParam, cursorPath, pageParam, pageOffsetParam, pageStart,
 * resultsPath}}, which names parameters and paths.
 */
final class ParameterExtension implements Rule {
  @Override
  public Optional<Finding> look(Candidate candidate) {
    return candidate
        .operation()
        .node()
        .object("x-pagination")
        .flatMap(node -> found(candidate, node));
  }

  private static Optional<Finding> found(Candidate candidate, ObjectNode node) {
    return one(candidate, node, "cursorParam", PageStyle.CURSOR)
        .or(() -> one(candidate, node, "pageParam", PageStyle.PAGE_NUMBER))
        .or(() -> one(candidate, node, "pageOffsetParam", PageStyle.OFFSET));
  }

  private static Optional<Finding> one(
      Candidate candidate, ObjectNode node, String key, PageStyle style) {
    return node.text(key).flatMap(candidate::field).map(field -> {
      boolean cursor = style == PageStyle.CURSOR;
      Finding finding = (cursor
              ? Extended.next(CursorRule.style(field), candidate, node, node.text("cursorPath"))
              : new Finding(style, candidate, Sign.EXTENSION))
          .because("x-pagination says so")
          .position(field)
          .start(
              node.text("pageStart").filter(text -> text.matches("[0-9]{1,9}")).map(Long::valueOf));
      return finding.items(
          Extended.items(candidate, node.text("resultsPath"), node.text("cursorPath")));
    });
  }
}
