package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.Optional;

/**
 * {@code x-pagination: {cursorParam, cursorPath, pageParam, pageOffsetParam, pageStart,
 * resultsPath}}, which names parameters and paths.
 */
final class ParameterExtension implements Extension {
  @Override
  public Optional<Stated> read(Candidate candidate) {
    return Statement.at(candidate, "x-pagination")
        .filter(said -> !said.node().has("type"))
        .map(ParameterExtension::stated);
  }

  private static Stated stated(Statement said) {
    ObjectNode node = said.node();
    Optional<AnswerField> items = said.items(node, "resultsPath");
    if (said.isNull("cursorPath")) {
      return new Stated.OnePage();
    }
    Optional<RequestField> cursor = said.request(node, "cursorParam");
    if (cursor.isPresent()) {
      return said.cursor(cursor.get(), said.place(node, "cursorPath"), items);
    }
    return counted(said, "pageParam", PageStyle.PAGE_NUMBER, items)
        .or(() -> counted(said, "pageOffsetParam", PageStyle.OFFSET, items))
        .orElseGet(() -> said.refused("no cursorParam, pageParam or pageOffsetParam"));
  }

  private static Optional<Stated> counted(
      Statement said, String word, PageStyle style, Optional<AnswerField> items) {
    return said.request(said.node(), word)
        .map(field -> said.pages(said.finding(style)
            .position(field)
            .start(said.node()
                .text("pageStart")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf))
            .items(items)));
  }
}
