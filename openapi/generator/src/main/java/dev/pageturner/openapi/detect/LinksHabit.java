package dev.pageturner.openapi.detect;

import java.util.List;

/**
 * Drops lists that go against the API's habit.
 *
 * <p>Some envelopes have {@code self} and {@code next} in every answer. Where most lists of an API
 * take a cursor, a page or a page size, or where answers that are no lists have it too, a list that
 * takes none has its next link from such an envelope and isn't paginated. A next link without a
 * link to the page itself, or beside a flag that says whether more follow, is no ornament and
 * counts alone.
 */
final class LinksHabit {
  private LinksHabit() {}

  static List<Draft> apply(List<Draft> drafts) {
    List<Draft> paginated = drafts.stream().filter(Draft::isPaginated).toList();
    long asking = paginated.stream().filter(Draft::asks).count();
    boolean mostAsk = paginated.size() >= Sign.SOME_OPERATIONS.weight()
        && asking >= Sign.MOST_ASK.weight() * paginated.size();
    boolean everywhere = drafts.stream()
            .filter(draft -> draft.ornament() && !draft.isPaginated())
            .count()
        >= Sign.SOME_OPERATIONS.weight();
    return mostAsk || everywhere
        ? drafts.stream().map(LinksHabit::withoutOrnament).toList()
        : drafts;
  }

  private static Draft withoutOrnament(Draft draft) {
    boolean silent = draft.isPaginated() && !draft.asks();
    return silent && draft.ornament() ? draft.with(List.of()) : draft;
  }

  /** {@return whether a next link of the answer stands beside a link to the page itself} */
  static boolean isOrnament(Candidate candidate) {
    return candidate.signals().endFlag(false).isEmpty()
        && candidate.signals().next().stream()
            .filter(next -> UrlSigns.of(next) != UrlSigns.NOT_A_URL)
            .anyMatch(next ->
                hasSelf(candidate, ResponseSignals.insideNext(next) ? next.parent() : next.path()));
  }

  private static boolean hasSelf(Candidate candidate, List<String> next) {
    List<String> holder = next.subList(0, next.size() - 1);
    return candidate.answer().names(holder).stream()
        .anyMatch(key -> Vocabulary.of(WordRole.SELF).contain(Name.of(key)));
  }
}
