package dev.pageturner.openapi.detect;

import java.util.Optional;

/**
 * {@code x-ms-list-…: true} at parameters and members, as TypeSpec writes it:
 * {@code continuation-token} at both, {@code next-link} and {@code page-items} at members,
 * {@code offset}, {@code page-index} and {@code page-size} at parameters. The links to the first,
 * the last and the previous page are for other ways than forward.
 */
final class MicrosoftListExtension implements Extension {
  private static final String NAME = "x-ms-list";

  @Override
  public Optional<Stated> read(Candidate candidate) {
    Optional<AnswerField> items =
        marked(candidate, "page-items").answer().or(() -> candidate.items(null));
    return finding(candidate).map(finding -> {
      marked(candidate, "page-size").request().ifPresent(finding::size);
      return new Stated.Pages(finding.items(items));
    });
  }

  private static Optional<Finding> finding(Candidate candidate) {
    return token(candidate)
        .or(() -> marked(candidate, "next-link")
            .answer()
            .map(field -> begin(candidate, PageStyle.NEXT_URL).next(field.jsonPath())))
        .or(() -> counted(candidate, "page-index", PageStyle.PAGE_NUMBER))
        .or(() -> counted(candidate, "offset", PageStyle.OFFSET));
  }

  private static Optional<Finding> token(Candidate candidate) {
    Marked token = marked(candidate, "continuation-token");
    Optional<String> next = token.answer().map(AnswerField::jsonPath).or(token::header);
    return token
        .request()
        .flatMap(field -> next.map(
            where -> begin(candidate, CursorRule.style(field)).position(field).next(where)));
  }

  private static Optional<Finding> counted(Candidate candidate, String name, PageStyle style) {
    return marked(candidate, name)
        .request()
        .map(field -> begin(candidate, style).position(field).start(start(field)));
  }

  private static Optional<Long> start(RequestField field) {
    return field
        .shape()
        .number("default")
        .or(() -> field.shape().number("minimum"))
        .filter(first -> first == 0 || first == 1);
  }

  private static Finding begin(Candidate candidate, PageStyle style) {
    return VendorExtensions.finding(style, candidate, NAME);
  }

  private static Marked marked(Candidate candidate, String name) {
    String extension = NAME + "-" + name;
    return new Marked(candidate, extension, node -> node.flag(extension));
  }
}
