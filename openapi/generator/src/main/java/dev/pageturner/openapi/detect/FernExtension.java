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
    return carrier.map(field -> {
      Finding finding = new Finding(style(node, field), candidate, Sign.EXTENSION)
          .because("x-fern-pagination says so")
          .position(field);
      node.text("next_cursor")
          .ifPresent(path -> finding.next(Paths.field(candidate.answer(), path).jsonPath()));
      return finding.items(node.text("results").map(path -> Paths.field(candidate.answer(), path)));
    });
  }

  private static PageStyle style(ObjectNode node, RequestField field) {
    if (node.has("cursor")) {
      return field.isBody() ? PageStyle.BODY_CURSOR : PageStyle.CURSOR;
    }
    return RequestRoles.isPage(field) ? PageStyle.PAGE_NUMBER : PageStyle.OFFSET;
  }
}
