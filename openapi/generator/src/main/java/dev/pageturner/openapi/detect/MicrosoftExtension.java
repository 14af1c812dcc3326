package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import java.util.Optional;

/**
 * {@code x-ms-pageable: {nextLinkName, itemName}}: a next URL; a null name means that all comes at
 * once.
 */
final class MicrosoftExtension implements Rule {
  private static final String NEXT = "nextLinkName";

  /** {@return whether the next link's name is null} */
  static boolean saysOnePage(Operation operation) {
    return said(operation)
        .filter(node -> node.has(NEXT) && node.text(NEXT).isEmpty())
        .isPresent();
  }

  private static Optional<ObjectNode> said(Operation operation) {
    return operation.node().object("x-ms-pageable");
  }

  @Override
  public Optional<Finding> look(Candidate candidate) {
    return said(candidate.operation()).flatMap(node -> found(candidate, node));
  }

  private static Optional<Finding> found(Candidate candidate, ObjectNode node) {
    AnswerField named = Paths.field(candidate.answer(), node.text("itemName").orElse("value"));
    Optional<AnswerField> items =
        candidate.answer().has(named) || !candidate.answer().isDescribed()
            ? Optional.of(named)
            : candidate.items(null);
    Finding finding = new Finding(PageStyle.NEXT_URL, candidate, Sign.EXTENSION)
        .because("x-ms-pageable says so")
        .items(items);
    // Without a name, the usual one is used where the answer declares it; else nothing is invented.
    Optional<AnswerField> next = Optional.of(
            Paths.field(candidate.answer(), node.text(NEXT).orElse("nextLink")))
        .filter(field -> node.has(NEXT) || candidate.answer().has(field));
    next.ifPresent(field -> finding.next(field.jsonPath()));
    return items.isEmpty() ? Optional.empty() : Optional.of(finding);
  }
}
