package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * {@code x-speakeasy-pagination: {type: cursor|offsetLimit|url, inputs: [{name, in, type}],
 * outputs: {results, numPages, nextCursor, nextUrl}}}.
 */
final class SpeakeasyExtension implements Extension {
  @Override
  public Optional<Stated> read(Candidate candidate) {
    return Statement.at(candidate, "x-speakeasy-pagination").map(SpeakeasyExtension::stated);
  }

  private static Stated stated(Statement said) {
    ObjectNode node = said.node();
    ObjectNode outputs =
        node.object("outputs").orElseGet(() -> new ObjectNode(node.place(), Map.of()));
    Optional<AnswerField> items = said.items(outputs, "results");
    return switch (node.text("type").orElse("")) {
      case "url" -> url(said, outputs, items);
      case "cursor" ->
        position(said, "cursor")
            .map(field -> said.cursor(field, said.place(outputs, "nextCursor"), items))
            .orElseGet(() -> said.refused("no input of type cursor"));
      case "offsetLimit" -> counted(said, items);
      default -> said.refused("type is none of cursor, offsetLimit and url");
    };
  }

  private static Stated url(Statement said, ObjectNode outputs, Optional<AnswerField> items) {
    return said.place(outputs, "nextUrl")
        .flatMap(Expression::next)
        .map(next -> said.pages(said.finding(PageStyle.NEXT_URL).next(next).items(items)))
        .orElseGet(() -> said.refused("outputs has no nextUrl"));
  }

  private static Stated counted(Statement said, Optional<AnswerField> items) {
    Optional<RequestField> page = position(said, "page");
    PageStyle style = page.isPresent() ? PageStyle.PAGE_NUMBER : PageStyle.OFFSET;
    return page.or(() -> position(said, "offset"))
        .map(field -> {
          Finding finding = said.finding(style).position(field).items(items);
          position(said, "limit").ifPresent(finding::size);
          return said.pages(finding);
        })
        .orElseGet(() -> said.refused("no input of type page or offset"));
  }

  private static Optional<RequestField> position(Statement said, String type) {
    return said.node().list("inputs").stream()
        .flatMap(one -> one.asObject().stream())
        .filter(one -> one.text("type").filter(type::equals).isPresent())
        .findFirst()
        .flatMap(one -> said.request(one, "name"));
  }
}
