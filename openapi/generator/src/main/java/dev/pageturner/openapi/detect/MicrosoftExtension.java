package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import java.util.Optional;

/**
 * {@code x-ms-pageable: {nextLinkName, itemName}}: a next URL; a null name means that all comes at
 * once.
 */
final class MicrosoftExtension implements Rule {
  @Override
  public Optional<Finding> look(Candidate candidate) {
    return candidate
        .operation()
        .node()
        .object("x-ms-pageable")
        .flatMap(node -> found(candidate, node));
  }

  private static Optional<Finding> found(Candidate candidate, ObjectNode node) {
    if (node.has("nextLinkName") && node.text("nextLinkName").isEmpty()) {
      return Optional.empty();
    }
    // The names are paths with dots, unless a property has that very name.
    AnswerField next =
        Paths.field(candidate.answer(), node.text("nextLinkName").orElse("nextLink"));
    AnswerField items = Paths.field(candidate.answer(), node.text("itemName").orElse("value"));
    return Optional.of(new Finding(PageStyle.NEXT_URL, candidate, Sign.EXTENSION)
        .because("x-ms-pageable says so")
        .next(next.jsonPath())
        .items(Optional.of(items)));
  }
}
