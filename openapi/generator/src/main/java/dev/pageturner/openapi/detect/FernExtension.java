package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.Optional;

/**
 * {@code x-fern-pagination: {cursor: $request.cursor, next_cursor: $response.next, results:
 * $response.data}}, or {@code offset} in place of the cursors.
 */
final class FernExtension implements Rule {
  @Override
  public Optional<Finding> look(Candidate candidate) {
    return candidate
        .operation()
        .node()
        .object("x-fern-pagination")
        .flatMap(node -> found(candidate, node));
  }

  private static Optional<Finding> found(Candidate candidate, ObjectNode node) {
    Optional<RequestField> carrier = node.text("cursor")
        .or(() -> node.text("offset"))
        .map(Paths::requestName)
        .flatMap(candidate::field);
    Optional<String> next = node.text("next_cursor");
    return carrier.map(field -> finding(candidate, node, field, next)
        .because("x-fern-pagination says so")
        .position(field)
        .items(Extended.items(candidate, node.text("results"), next)));
  }

  private static Finding finding(
      Candidate candidate, ObjectNode node, RequestField field, Optional<String> next) {
    if (node.has("cursor")) {
      return Extended.next(CursorRule.style(field), candidate, node, next);
    }
    PageStyle style = RequestRoles.isPage(field) ? PageStyle.PAGE_NUMBER : PageStyle.OFFSET;
    return new Finding(style, candidate, Sign.EXTENSION);
  }
}
