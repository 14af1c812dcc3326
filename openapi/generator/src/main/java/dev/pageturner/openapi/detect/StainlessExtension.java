package dev.pageturner.openapi.detect;

import java.util.Optional;

/**
 * {@code x-stainless-pagination-property: {purpose, from_header}} at parameters and members:
 * {@code next_cursor_param} and {@code next_cursor_field}, {@code next_cursor_id_param} and
 * {@code cursor_item_id}, {@code cursor_url_field}, {@code page_number_param},
 * {@code offset_count_param}, {@code items}.
 */
final class StainlessExtension implements Extension {
  static final String NAME = "x-stainless-pagination-property";

  @Override
  public Optional<Stated> read(Candidate candidate) {
    Optional<AnswerField> items =
        purpose(candidate, "items").answer().or(() -> candidate.items(null));
    return cursor(candidate)
        .or(() -> afterItem(candidate, items))
        .or(() -> url(candidate))
        .or(() -> counted(candidate, "page_number_param", PageStyle.PAGE_NUMBER))
        .or(() -> counted(candidate, "offset_count_param", PageStyle.OFFSET))
        .map(finding -> new Stated.Pages(finding.items(items)));
  }

  private static Optional<Finding> cursor(Candidate candidate) {
    return purpose(candidate, "next_cursor_param")
        .request()
        .flatMap(field -> next(candidate, "next_cursor_field")
            .map(where -> VendorExtensions.finding(CursorRule.style(field), candidate, NAME)
                .position(field)
                .next(where)));
  }

  private static Optional<Finding> afterItem(Candidate candidate, Optional<AnswerField> items) {
    Optional<String> id =
        items.flatMap(array -> purpose(candidate, "cursor_item_id").member(array));
    return purpose(candidate, "next_cursor_id_param")
        .request()
        .filter(field -> id.isPresent())
        .map(field -> VendorExtensions.finding(PageStyle.AFTER_LAST_ITEM, candidate, NAME)
            .position(field)
            .lastItemField(id));
  }

  private static Optional<Finding> url(Candidate candidate) {
    return next(candidate, "cursor_url_field")
        .map(where ->
            VendorExtensions.finding(PageStyle.NEXT_URL, candidate, NAME).next(where));
  }

  private static Optional<Finding> counted(Candidate candidate, String purpose, PageStyle style) {
    return purpose(candidate, purpose)
        .request()
        .map(field -> VendorExtensions.finding(style, candidate, NAME).position(field));
  }

  /** A member may stand for a header of that name. */
  private static Optional<String> next(Candidate candidate, String purpose) {
    Marked marked = purpose(candidate, purpose);
    return marked
        .answer()
        .map(field -> fromHeader(field).orElseGet(field::jsonPath))
        .or(marked::header);
  }

  private static Optional<String> fromHeader(AnswerField field) {
    return field.shape().parts().stream()
        .flatMap(part -> part.node().asObject().stream())
        .flatMap(node -> node.object(NAME).stream())
        .flatMap(mark -> mark.text("from_header").stream())
        .map(name -> "header:" + name)
        .findFirst();
  }

  private static Marked purpose(Candidate candidate, String purpose) {
    return new Marked(
        candidate,
        NAME,
        node -> node.object(NAME)
            .flatMap(mark -> mark.text("purpose"))
            .filter(purpose::equals)
            .isPresent());
  }
}
