package dev.pageturner.openapi.detect;

import java.util.Optional;

/**
 * {@code x-ms-pageable: {nextLinkName, itemName}}: a next URL; a null name means that all comes at
 * once.
 */
final class MicrosoftExtension implements Extension {
  @Override
  public Optional<Stated> read(Candidate candidate) {
    return Statement.at(candidate, "x-ms-pageable").map(MicrosoftExtension::stated);
  }

  private static Stated stated(Statement said) {
    if (said.isNull("nextLinkName")) {
      return new Stated.OnePage();
    }
    // The names are paths with dots, unless a property has that very name. Without a name, the
    // usual
    // one is used where the answer declares it; else nothing is invented.
    Answer answer = said.candidate().answer();
    AnswerField named = Paths.field(answer, said.node().text("itemName").orElse("value"));
    Optional<AnswerField> items = answer.has(named) || !answer.isDescribed()
        ? Optional.of(named)
        : said.candidate().items(null);
    if (items.isEmpty()) {
      return said.refused("the answer has no items");
    }
    Finding finding = said.finding(PageStyle.NEXT_URL).items(items);
    Optional.of(Paths.field(answer, said.node().text("nextLinkName").orElse("nextLink")))
        .filter(field -> said.node().has("nextLinkName") || answer.has(field))
        .ifPresent(field -> finding.next(field.jsonPath()));
    return said.pages(finding);
  }
}
