package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Problem;
import java.util.Optional;

/**
 * What the extensions have in common: a place of the answer, written as a path or an expression.
 */
final class Extended {
  private Extended() {}

  /**
   * {@return a finding that goes on from where {@code expression} says}: a field of the answer, or
   * of its last item
   *
   * <p>A field that holds a URL is followed. An expression that is neither is refused, with a
   * warning, and where the next position is stays open.
   *
   * @param style how the position travels where it is no URL and not of an item
   */
  static Finding next(
      PageStyle style, Candidate candidate, ObjectNode node, Optional<String> expression) {
    Optional<Paths.LastItem> last = expression.flatMap(Paths::lastItem);
    if (last.isPresent()) {
      return new Finding(PageStyle.AFTER_LAST_ITEM, candidate, Sign.EXTENSION)
          .lastItemField(Optional.of(last.get().field()));
    }
    if (expression.filter(Paths::isExpression).isPresent()) {
      return new Finding(style, candidate, Sign.EXTENSION)
          .warning(Problem.warning(
              node.location(),
              "the expression " + expression.get()
                  + " isn't understood; where the next page is will be recognised at run time"));
    }
    Optional<AnswerField> field = expression.map(path -> Paths.field(candidate.answer(), path));
    boolean url = field.filter(next -> UrlSigns.of(next) == UrlSigns.URL).isPresent();
    Finding finding = new Finding(url ? PageStyle.NEXT_URL : style, candidate, Sign.EXTENSION);
    field.ifPresent(next -> finding.next(next.jsonPath()));
    return finding;
  }

  /** {@return the items that an extension names, or those that are found} */
  static Optional<AnswerField> items(
      Candidate candidate, Optional<String> results, Optional<String> next) {
    return results
        .filter(path -> !Paths.isExpression(path.replaceFirst("\\[(?:\\*|:)?\\]$", "")))
        .or(() -> next.flatMap(Paths::lastItem).map(Paths.LastItem::items))
        .map(path -> Paths.field(candidate.answer(), path))
        .or(() -> candidate.items(null));
  }
}
