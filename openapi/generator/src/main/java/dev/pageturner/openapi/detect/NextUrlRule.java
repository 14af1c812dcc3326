package dev.pageturner.openapi.detect;

import java.util.Comparator;
import java.util.Optional;

/**
 * The body holds the URL of the next page. That suffices alone: no parameter need be declared.
 *
 * <p>{@code nextLink}, {@code @odata.nextLink}, {@code links.next}, {@code _links.next.href},
 * {@code meta.next_page_url}. A bare {@code next} that is text is a URL when no parameter could
 * take it as a token.
 */
final class NextUrlRule implements Rule {
  @Override
  public Optional<DetectedPagination> look(Candidate candidate) {
    Optional<AnswerField> next = candidate.signals().next().stream()
        .filter(field -> ResponseSignals.saysNext(field) && isUrl(field, candidate))
        .min(Comparator.comparing((AnswerField field) -> UrlSigns.of(field) != UrlSigns.URL)
            .thenComparing(field -> field.path().size()));
    return next.flatMap(field -> found(candidate, field));
  }

  private static boolean isUrl(AnswerField field, Candidate candidate) {
    return switch (UrlSigns.of(field)) {
      case URL -> true;
      case NOT_A_URL -> false;
      case UNKNOWN -> mayBeUrl(field, candidate);
    };
  }

  private static boolean mayBeUrl(AnswerField field, Candidate candidate) {
    boolean vague = field.name().matches("next|nextpage");
    boolean token = candidate.request().stream()
        .anyMatch(one -> RequestRoles.isCursor(one) || RequestRoles.isLastItem(one));
    return vague && !token && field.shape().isString() && isWitnessed(candidate);
  }

  /** The {@code next} of a step in a workflow is no page. */
  private static boolean isWitnessed(Candidate candidate) {
    ResponseSignals signals = candidate.signals();
    return candidate.size().isPresent()
        || candidate.request().stream().anyMatch(RequestRoles::isPosition)
        || signals.count().isPresent()
        || signals.hasPrevious();
  }

  private static Optional<DetectedPagination> found(Candidate candidate, AnswerField next) {
    Optional<AnswerField> items = candidate.items(next);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    boolean sure = UrlSigns.of(next) == UrlSigns.URL;
    return Optional.of(new Finding(PageStyle.NEXT_URL, candidate, sure ? 0.96 : 0.8)
        .next(next.jsonPath())
        .items(items)
        .build());
  }
}
