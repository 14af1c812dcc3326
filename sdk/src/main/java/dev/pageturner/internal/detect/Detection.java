package dev.pageturner.internal.detect;

import dev.pageturner.pagination.Pagination;
import java.util.Optional;

/**
 * What was decided of an unknown endpoint.
 *
 * @param pagination how it pages
 * @param reason why, in words
 * @param warning what a person should look at
 */
public record Detection(Pagination pagination, String reason, Optional<String> warning) {
  /** {@return what was decided, beside what the caller had decided before} */
  public Detection beside(Pagination given) {
    Pagination.Builder both = given
        .newBuilder()
        .items(pagination.items())
        .next(pagination.next())
        .carrier(pagination.carrier());
    pagination.endRules().forEach(both::endRule);
    given.hasMore().or(pagination::hasMore).ifPresent(both::hasMore);
    given.totalItems().or(pagination::totalItems).ifPresent(both::totalItems);
    given.totalPages().or(pagination::totalPages).ifPresent(both::totalPages);
    given.pageSize().or(pagination::pageSize).ifPresent(both::pageSize);
    given.firstCursor().or(pagination::firstCursor).ifPresent(both::firstCursor);
    return new Detection(both.build(), reason, warning);
  }
}
