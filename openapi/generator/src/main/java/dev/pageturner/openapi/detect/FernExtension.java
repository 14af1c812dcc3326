package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.Optional;

/**
 * {@code x-fern-pagination: {cursor: $request.cursor, next_cursor: $response.next, results:
 * $response.data}}, or {@code offset} in place of the cursors, or {@code next_uri} alone. The value
 * {@code true} takes what the document says at its root.
 */
final class FernExtension implements Extension {
  private static final String NAME = "x-fern-pagination";

  private final Optional<ObjectNode> ofDocument;

  FernExtension(ObjectNode root) {
    this.ofDocument = root.object(NAME);
  }

  @Override
  public Optional<Stated> read(Candidate candidate) {
    Node written = candidate.operation().node().get(NAME);
    if (written instanceof ScalarNode scalar && scalar.isTrue()) {
      return Optional.of(ofDocument
          .map(node -> stated(new Statement(candidate, NAME, node)))
          .orElseGet(() -> Stated.Refused.at(
              scalar.location(), NAME + ": the document says nothing of it at its root")));
    }
    return Statement.at(candidate, NAME).map(FernExtension::stated);
  }

  private static Stated stated(Statement said) {
    ObjectNode node = said.node();
    Optional<AnswerField> items = said.items(node, "results");
    if (said.isNull("next_cursor") || said.isNull("next_uri")) {
      return new Stated.OnePage();
    } else if (node.has("next_uri")) {
      return said.place(node, "next_uri")
          .flatMap(Expression::next)
          .map(next -> said.pages(said.finding(PageStyle.NEXT_URL).next(next).items(items)))
          .orElseGet(() -> said.refused("next_uri names no place"));
    } else if (node.has("cursor")) {
      return said.request(node, "cursor")
          .map(field -> said.cursor(field, said.place(node, "next_cursor"), items))
          .orElseGet(() -> said.refused("cursor names no parameter"));
    }
    return said.request(node, "offset")
        .map(field -> said.pages(said.finding(counting(field)).position(field).items(items)))
        .orElseGet(() -> said.refused("neither cursor, offset nor next_uri is said"));
  }

  private static PageStyle counting(RequestField field) {
    return RequestRoles.isPage(field) ? PageStyle.PAGE_NUMBER : PageStyle.OFFSET;
  }
}
