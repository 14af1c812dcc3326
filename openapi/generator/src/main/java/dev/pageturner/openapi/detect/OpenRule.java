package dev.pageturner.openapi.detect;

import java.util.Optional;

/**
 * The request takes a position, and the answer doesn't say where the next one is. Nothing is
 * invented: the list pages, by this parameter, and where its positions come from is recognised from
 * its first page.
 */
final class OpenRule implements Rule {
  @Override
  public Optional<Finding> look(Candidate candidate) {
    boolean given = candidate.signals().next().stream().anyMatch(ResponseSignals::saysNext);
    Optional<AnswerField> items = candidate.items(null);
    boolean list = candidate.answer().isBareArray()
        || isUndescribed(candidate)
        || (items.isPresent() && candidate.size().isPresent());
    boolean flagged = candidate.signals().exactFlag().isPresent();
    return given || !list || candidate.operation().method().equals("POST")
        ? Optional.empty()
        : candidate.request().stream()
            .filter(field ->
                takesPosition(field, flagged) && !Ranges.isRange(candidate.request(), field))
            .findFirst()
            .map(field -> new Finding(CursorRule.style(field), candidate, Sign.OPEN)
                .position(field)
                .items(items)
                .because("where the next position is isn't said: it is recognised at run time"));
  }

  private static boolean takesPosition(RequestField field, boolean flagged) {
    return RequestRoles.isCursor(field)
        || (RequestRoles.isLastItem(field)
            && (flagged || Prose.isAboutCursors(field.description())));
  }

  private static boolean isUndescribed(Candidate candidate) {
    Answer answer = candidate.answer();
    boolean body = answer.hasBody() && (!answer.isDescribed() || answer.isOpen());
    return body && candidate.size().isPresent() && !candidate.operation().path().endsWith("}");
  }
}
