package dev.pageturner.internal.detect;

import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import java.util.List;

/**
 * What was decided of an unknown endpoint.
 *
 * @param pagination how it pages
 * @param reason why, in words
 * @param guess whether the parameter's name or the way was assumed, rather than stated by the
 *     answer, such as a URL, or taken from the request
 * @param alternatives what else it could be, such as other parameters for the same cursor, the
 *     likelier first; empty unless it is a guess
 */
public record Detection(
    Pagination pagination, String reason, boolean guess, List<Pagination> alternatives) {
  /** Copies the alternatives. */
  public Detection {
    alternatives = List.copyOf(alternatives);
  }

  /** {@return what was decided, beside what the caller had decided before} */
  public Detection beside(Pagination given) {
    Pagination both = beside(given, pagination);
    return new Detection(
        both,
        reason,
        guess,
        alternatives.stream()
            .map(each -> beside(given, each))
            .filter(each -> !each.equals(both))
            .distinct()
            .toList());
  }

  /** Where the caller knows what takes a cursor, no name is assumed for it. */
  private static Carrier carrier(Pagination given, Pagination pagination) {
    boolean known = !(given.carrier() instanceof Carrier.TheUrl);
    boolean cursor =
        pagination.next() instanceof Next.Cursor next && next.sources().size() == 1;
    return known && cursor ? given.carrier() : pagination.carrier();
  }

  private static Pagination beside(Pagination given, Pagination pagination) {
    Pagination.Builder both = given
        .newBuilder()
        .items(pagination.items())
        .next(pagination.next())
        .carrier(carrier(given, pagination));
    pagination.endRules().forEach(both::endRule);
    given.hasMore().or(pagination::hasMore).ifPresent(both::hasMore);
    given.totalItems().or(pagination::totalItems).ifPresent(both::totalItems);
    given.totalPages().or(pagination::totalPages).ifPresent(both::totalPages);
    given.pageSize().or(pagination::pageSize).ifPresent(both::pageSize);
    given.firstCursor().or(pagination::firstCursor).ifPresent(both::firstCursor);
    return both.build();
  }
}
