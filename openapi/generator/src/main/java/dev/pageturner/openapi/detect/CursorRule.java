package dev.pageturner.openapi.detect;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request field and a response field that belong together: what the server gives in the one, it
 * takes in the other.
 *
 * <p>{@code pageToken} and {@code nextPageToken}; {@code Marker} and {@code NextMarker};
 * {@code after} and {@code last_id}; {@code cursor} of the body and {@code meta.next_cursor}. The
 * pair is the evidence: it tells an opaque {@code offset} or {@code page} from a number, and no
 * name is trusted alone.
 */
final class CursorRule implements Rule {
  private record Pair(RequestField request, AnswerField next, double score) {}

  @Override
  public Optional<Finding> look(Candidate candidate) {
    Optional<Pair> best = candidate.request().stream()
        .flatMap(field -> pairs(field, candidate.signals()))
        .max(Comparator.comparing((Pair pair) -> !pair.request().isDiscouraged())
            .thenComparingDouble(Pair::score));
    return best.isPresent()
        ? best.flatMap(pair -> found(candidate, pair))
        : inHeader(candidate).or(() -> olderThan(candidate));
  }

  /**
   * Lists that go from new to old give the moment to go on from as a bare {@code next} beside a
   * {@code prev}, and take it as {@code until}.
   */
  private static Optional<Finding> olderThan(Candidate candidate) {
    if (!candidate.signals().hasPrevious()
        || !candidate.fields(RequestRoles::isPosition).isEmpty()) {
      return Optional.empty();
    }
    Optional<RequestField> until = candidate
        .fields(field -> field.shape().isInteger() && field.words().matches("until|before"))
        .stream()
        .findFirst();
    return candidate.signals().next().stream()
        .filter(next -> next.name().matches("next") && next.shape().isInteger())
        .findFirst()
        .flatMap(next -> until.flatMap(field -> found(candidate, new Pair(field, next, 0))));
  }

  private static Stream<Pair> pairs(RequestField field, ResponseSignals signals) {
    return Stream.concat(signals.next().stream(), signals.successors(field))
        .map(next -> new Pair(field, next, PairScore.of(field, next)))
        .filter(pair -> pair.score() > 0);
  }

  private static Optional<Finding> found(Candidate candidate, Pair pair) {
    boolean strong = pair.score() >= Sign.STRONG_PAIR.weight();
    Optional<AnswerField> items = candidate.items(pair.next());
    if (items.isEmpty() && !strong && candidate.answer().isDescribed()) {
      return Optional.empty();
    }
    Sign byRole = pair.request().isBody() ? Sign.PAIR_IN_BODY : Sign.PAIR_BY_ROLE;
    Finding finding = new Finding(
            style(pair.request()), candidate, strong ? Sign.PAIR_BY_NAME : byRole)
        .position(pair.request())
        .next(pair.next().jsonPath())
        .items(items);
    return Optional.of(
        items.isPresent() ? finding : finding.also(Sign.ITEMS_UNKNOWN, "no items are described"));
  }

  /**
   * The next cursor may stand in a header that is declared or named in prose:
   * {@code X-Next-Cursor}.
   */
  private static Optional<Finding> inHeader(Candidate candidate) {
    Optional<RequestField> cursor = candidate.request().stream()
        .filter(field -> RequestRoles.isCursor(field) || RequestRoles.isLastItem(field))
        .findFirst();
    Optional<String> header = candidate.answer().headers().keySet().stream()
        .filter(name -> Vocabulary.of(WordRole.HEADER).contain(Name.of(name)))
        .findFirst()
        .or(() -> cursor.flatMap(field -> Prose.cursorHeader(field.description())));
    Optional<AnswerField> items = candidate.items(null);
    return cursor.isEmpty() || header.isEmpty() || items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(style(cursor.get()), candidate, Sign.CURSOR_IN_HEADER)
            .position(cursor.get())
            .next("header:" + header.get())
            .items(items));
  }

  static PageStyle style(RequestField field) {
    return field.isBody() ? PageStyle.BODY_CURSOR : PageStyle.CURSOR;
  }
}
