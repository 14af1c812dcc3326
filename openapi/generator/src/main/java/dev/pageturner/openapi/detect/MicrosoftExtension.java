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
    // The names are paths with dots, unless a property has that very name.
    Answer answer = said.candidate().answer();
    AnswerField next = Paths.field(answer, said.node().text("nextLinkName").orElse("nextLink"));
    AnswerField items = Paths.field(answer, said.node().text("itemName").orElse("value"));
    return said.pages(
        said.finding(PageStyle.NEXT_URL).next(next.jsonPath()).items(Optional.of(items)));
  }
}
