package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules found in one operation, before the rest of the API is asked. It keeps answers and
 * not the {@link Candidate}: those of ten thousand operations fill half a gigabyte.
 *
 * @param operation the operation
 * @param choices the ways to page it, the best first
 * @param asks whether the request takes anything about pages
 * @param ornament whether a next link stands beside a link to the page itself
 * @param settled whether the owner says that there is one page, so that no habit matters
 * @param warnings what wasn't understood
 */
record Draft(
    Operation operation,
    List<DetectedPagination> choices,
    boolean asks,
    boolean ornament,
    boolean settled,
    List<Problem> warnings) {

  static Draft notPaginated(Operation operation) {
    return new Draft(operation, List.of(), false, false, false, List.of());
  }

  static Draft onePage(Operation operation) {
    return new Draft(operation, List.of(), false, false, true, List.of());
  }

  static Draft of(Candidate candidate, List<Finding> findings, List<Problem> refused) {
    return new Draft(
        candidate.operation(),
        findings.stream().map(Finding::build).toList(),
        !findings.isEmpty() && candidate.asks(),
        LinksHabit.isOrnament(candidate),
        false,
        Stream.concat(
                refused.stream(), findings.stream().flatMap(finding -> finding.warnings().stream()))
            .toList());
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
        .filter(found -> found.next().isPresent() || found.style() == PageStyle.LINK_HEADER)
        .isEmpty();
  }

  Optional<DetectedPagination> best() {
    return choices.stream().findFirst();
  }

  Draft with(List<DetectedPagination> others) {
    return new Draft(operation, others, asks, ornament, settled, warnings);
  }

  Detection detection() {
    return new Detection(operation, choices, Optional.empty(), warnings);
  }
}
