package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.pagination.Pagination;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about one operation.
 *
 * @param operation the operation
 * @param choices the ways to page it, the best first; empty if it isn't paginated
 * @param said how to walk it, where an override says so
 * @param warnings what its extensions say that isn't understood
 */
public record Detection(
    Operation operation,
    List<DetectedPagination> choices,
    Optional<Pagination> said,
    List<Problem> warnings) {
  /** Makes a detection that no override speaks of. */
  public Detection(Operation operation, List<DetectedPagination> choices) {
    this(operation, choices, Optional.empty(), List.of());
  }

  /** Makes a detection that an override speaks of. */
  public Detection(
      Operation operation, List<DetectedPagination> choices, Optional<Pagination> said) {
    this(operation, choices, said, List.of());
  }

  /** {@return whether the operation can be walked page by page} */
  public boolean isPaginated() {
    return !choices.isEmpty();
  }

  /** {@return the best way, if there is one} */
  public Optional<DetectedPagination> best() {
    return choices.stream().findFirst();
  }

  /**
   * {@return how to walk the operation page by page: as an override says, or the best way, as the
   * sdk takes it}
   *
   * <p>Empty if the operation isn't paginated, or if a walk needs what the operation doesn't take,
   * such as a body; an override can tell it. What the document leaves open is recognised from the
   * first page.
   */
  public Optional<Pagination> pagination() {
    return said.or(() -> best().flatMap(found -> walked(operation, found)));
  }

  /** {@return how to walk an operation of which this was found} */
  static Optional<Pagination> walked(Operation operation, DetectedPagination found) {
    return found.isOpen()
        ? PaginationMapping.atRunTime(operation, found)
        : PaginationMapping.of(operation, found);
  }
}
