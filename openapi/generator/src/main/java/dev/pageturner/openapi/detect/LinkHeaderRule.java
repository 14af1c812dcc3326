package dev.pageturner.openapi.detect;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The next page is named by a {@code Link} header (RFC 8288).
 *
 * <p>A declared one suffices beside items. Most documents don't declare it. Then a cursor parameter
 * tells: a cursor comes from the server, and where the body is a bare array it comes in a header if
 * the prose of the parameter, the operation or the API says so.
 */
final class LinkHeaderRule implements Rule {
  @Override
  public Optional<Finding> look(Candidate candidate) {
    Optional<AnswerField> items = candidate.items(null);
    return items.isEmpty() && candidate.answer().isDescribed()
        ? Optional.empty()
        : declared(candidate, items).or(() -> undeclared(candidate, items));
  }

  private static Optional<Finding> declared(Candidate candidate, Optional<AnswerField> items) {
    boolean asks = !candidate.fields(RequestRoles::isPosition).isEmpty()
        || candidate.size().isPresent();
    boolean bare = candidate.answer().isBareArray();
    return candidate.answer().headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("link"))
        .filter(header -> asks || (bare && speaksOfPages(header)))
        .findFirst()
        .map(header -> finding(candidate, Sign.LINK_DECLARED, items, null)
            .because("the response declares a Link header"));
  }

  private static boolean speaksOfPages(
      Map.Entry<String, dev.pageturner.openapi.model.Response.Header> header) {
    String prose = header.getValue().description().orElse("");
    return Prose.isAboutPages(prose) || Prose.isAboutCursors(prose) || prose.contains("next");
  }

  private static Optional<Finding> undeclared(Candidate candidate, Optional<AnswerField> items) {
    Optional<RequestField> cursor = candidate.request().stream()
        .filter(field -> field.in().equals("query"))
        .filter(field -> RequestRoles.isCursor(field) || RequestRoles.isLastItem(field))
        .findFirst();
    return cursor
        .filter(field -> candidate.signals().next().isEmpty())
        .filter(field ->
            candidate.answer().isBareArray() || Prose.isAboutLinkHeaders(field.description()))
        .flatMap(field -> byProse(candidate, items, field));
  }

  private static Optional<Finding> byProse(
      Candidate candidate, Optional<AnswerField> items, RequestField cursor) {
    if (Prose.isAboutLinkHeaders(cursor.description() + " " + candidate.prose())) {
      return Optional.of(finding(candidate, Sign.LINK_IN_PROSE, items, cursor)
          .because("the prose names the Link header"));
    }
    boolean token = RequestRoles.isCursor(cursor) || Prose.isAboutCursors(cursor.description());
    return token && candidate.conventions().usesLinkHeaders()
        ? Optional.of(finding(candidate, Sign.LINK_ELSEWHERE, items, cursor)
            .because("elsewhere the API names the Link header"))
        : Optional.empty();
  }

  private static Finding finding(
      Candidate candidate, Sign sign, Optional<AnswerField> items, @Nullable RequestField cursor) {
    Finding finding =
        new Finding(PageStyle.LINK_HEADER, candidate, sign).next("header:Link").items(items);
    return cursor == null
        ? finding
        : finding.because(cursor.inWords() + " takes the cursor of that link");
  }
}
