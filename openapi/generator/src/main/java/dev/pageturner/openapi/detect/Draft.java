package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What the rules found in one operation, before the rest of the API is asked. It keeps answers and
 * not the {@link Candidate}: those of ten thousand operations fill half a gigabyte.
 *
 * @param operation the operation
 * @param choices the ways to page it, the best first
 * @param asks whether the request takes anything about pages
 * @param ornament whether a next link stands beside a link to the page itself
 * @param settled whether the owner says that there is one page, so that no habit matters
 */
record Draft(
    Operation operation,
    List<DetectedPagination> choices,
    boolean asks,
    boolean ornament,
    boolean settled) {

  static Draft notPaginated(Operation operation) {
    return new Draft(operation, List.of(), false, false, false);
  }

  static Draft onePage(Operation operation) {
    return new Draft(operation, List.of(), false, false, true);
  }

  static Draft of(Candidate candidate, List<DetectedPagination> choices) {
    boolean paginated = !choices.isEmpty();
    return new Draft(
        candidate.operation(),
        choices,
        paginated && candidate.asks(),
        LinksHabit.isOrnament(candidate),
        false);
  }

  boolean isPaginated() {
    return !choices.isEmpty();
  }

  /** {@return whether nothing was found, or no more than that a position is taken} */
  boolean isOpen() {
    return best().filter(found -> !found.isOpen()).isEmpty();
  }

  /** {@return whether the API's other lists may say more of this one} */
  boolean mayBeCompleted() {
    return best()
        .filter(found -> !found.isOpen())
        .filter(found -> found.next().isPresent() || found.style() == PageStyle.LINK_HEADER)
        .isEmpty();
  }

  Optional<DetectedPagination> best() {
    return choices.stream().findFirst();
  }

  Draft with(List<DetectedPagination> others) {
    return new Draft(operation, others, asks, ornament, settled);
  }

  Detection detection() {
    return new Detection(operation, choices);
  }
}
