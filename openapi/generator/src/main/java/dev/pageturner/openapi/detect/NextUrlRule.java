package dev.pageturner.openapi.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The body holds the URL of the next page. That suffices alone: no parameter need be declared.
 *
 * <p>{@code nextLink}, {@code @odata.nextLink}, {@code links.next}, {@code _links.next.href},
 * {@code meta.next_page_url}. A bare {@code next} that is text is a URL when no parameter could
 * take it as a token. Where links are a map of which only the values are described, the link called
 * next is one if prose says that it is followed.
 */
final class NextUrlRule implements Rule {
  @Override
  public Optional<Finding> look(Candidate candidate) {
    Optional<AnswerField> next = candidate.signals().next().stream()
        .filter(field -> (ResponseSignals.saysNext(field) || ResponseSignals.isNextByProse(field))
            && isUrl(field, candidate))
        .min(Comparator.comparing((AnswerField field) -> UrlSigns.of(field) != UrlSigns.URL)
            .thenComparing(field -> field.path().size()));
    return next.filter(field -> !isOneOfSeveral(candidate, field))
        .flatMap(field -> found(candidate, field))
        .or(() -> inArray(candidate))
        .or(() -> inMap(candidate));
  }

  private static Optional<Finding> inArray(Candidate candidate) {
    Optional<AnswerField> items = candidate.items(null);
    return items.isEmpty()
        ? Optional.empty()
        : LinkArrays.next(candidate)
            .map(next -> new Finding(PageStyle.NEXT_URL, candidate, Sign.PROSE_NAMES_NEXT)
                .next(next)
                .items(items));
  }

  /** An answer with several lists, each with a next link of its own, is no list. */
  private static boolean isOneOfSeveral(Candidate candidate, AnswerField next) {
    return candidate.signals().next().stream()
            .filter(field -> field.path().size() == next.path().size())
            .filter(field -> field.key().equals(next.key()))
            .filter(field -> !Envelopes.areEnvelopes(field.parent()))
            .count()
        > 1;
  }

  private static boolean isUrl(AnswerField field, Candidate candidate) {
    return switch (UrlSigns.of(field)) {
      case URL -> true;
      case NOT_A_URL -> false;
      case UNKNOWN -> mayBeUrl(field, candidate);
    };
  }

  private static boolean mayBeUrl(AnswerField field, Candidate candidate) {
    boolean vague = field.name().matches(".{0,10}next(?:page)?");
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

  private static Optional<Finding> found(Candidate candidate, AnswerField next) {
    Optional<AnswerField> items = candidate.items(next);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    boolean sure = UrlSigns.of(next) == UrlSigns.URL;
    boolean said = sure && isFollowed(candidate);
    Sign sign = said ? Sign.PROSE_NAMES_NEXT : sure ? Sign.NEXT_URL : Sign.MAY_BE_URL;
    return Optional.of(
        new Finding(PageStyle.NEXT_URL, candidate, sign).next(next.jsonPath()).items(items));
  }

  private static boolean isFollowed(Candidate candidate) {
    return Stream.concat(
            Stream.of(candidate.prose()),
            candidate.request().stream().map(RequestField::description))
        .anyMatch(Prose::isFollowingNextLink);
  }

  private static Optional<Finding> inMap(Candidate candidate) {
    Optional<AnswerField> items = candidate.items(null);
    return items.isEmpty() || !isFollowed(candidate)
        ? Optional.empty()
        : candidate.answer().maps().stream()
            .filter(map -> map.name().matches("links?"))
            .findFirst()
            .map(map -> new Finding(PageStyle.NEXT_URL, candidate, Sign.PROSE_NAMES_NEXT)
                .because("prose says that the next link is to be followed")
                .next(nextIn(map).jsonPath())
                .items(items));
  }

  /** {@return the link called next, or the member of it that is the URL} */
  private static AnswerField nextIn(AnswerField map) {
    Shape value = map.shape().values().orElseGet(() -> Shape.of(List.of()));
    AnswerField next = map.child("next", value);
    return value.members().entrySet().stream()
        .filter(member -> Name.of(member.getKey()).matches("href|url|uri"))
        .findFirst()
        .map(member -> next.child(member.getKey(), member.getValue()))
        .orElse(next);
  }
}
