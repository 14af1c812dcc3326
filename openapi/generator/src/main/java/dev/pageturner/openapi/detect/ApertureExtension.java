package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.Optional;

/**
 * {@code x-aperture-pagination: {strategy: cursor|offset|link_header, cursor_field, cursor_param,
 * page_param, limit_param}}. The parameter of a cursor is called like the field unless it is named.
 */
final class ApertureExtension implements Extension {
  @Override
  public Optional<Stated> read(Candidate candidate) {
    return Statement.at(candidate, "x-aperture-pagination").map(ApertureExtension::stated);
  }

  private static Stated stated(Statement said) {
    ObjectNode node = said.node();
    return switch (node.text("strategy").orElse("").replace('-', '_')) {
      case "cursor" -> cursor(said);
      case "offset" ->
        said.request(node, "page_param")
            .map(field -> counted(said, field))
            .orElseGet(() -> said.refused("no page_param"));
      case "link_header" ->
        said.pages(said.finding(PageStyle.LINK_HEADER).items(said.candidate().items(null)));
      default -> said.refused("strategy is none of cursor, offset and link_header");
    };
  }

  private static Stated cursor(Statement said) {
    ObjectNode node = said.node();
    if (said.isNull("cursor_field")) {
      return new Stated.OnePage();
    }
    String word = node.has("cursor_param") ? "cursor_param" : "cursor_field";
    return said.request(node, word)
        .map(field -> said.cursor(
            field, said.place(node, "cursor_field"), said.candidate().items(null)))
        .orElseGet(() -> said.refused("no cursor_param"));
  }

  private static Stated counted(Statement said, RequestField field) {
    PageStyle style = RequestRoles.isPage(field) ? PageStyle.PAGE_NUMBER : PageStyle.OFFSET;
    Finding finding = said.finding(style).position(field).items(said.candidate().items(null));
    said.request(said.node(), "limit_param").ifPresent(finding::size);
    return said.pages(finding);
  }
}
