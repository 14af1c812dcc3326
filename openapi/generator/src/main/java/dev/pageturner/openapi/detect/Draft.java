package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Optional;

/**
 * What the rules found in one operation, before the rest of the API is asked.
 *
 * @param candidate the operation
 * @param choices the ways to page it, the best first
 */
record Draft(Candidate candidate, List<DetectedPagination> choices) {
  boolean isPaginated() {
    return !choices.isEmpty();
  }

  Optional<DetectedPagination> best() {
    return choices.stream().findFirst();
  }

  Draft with(List<DetectedPagination> others) {
    return new Draft(candidate, others);
  }

  Detection detection() {
    return new Detection(candidate.operation(), choices);
  }

  /** {@return whether the request takes anything about pages} */
  boolean asks() {
    return candidate.request().stream()
        .anyMatch(field -> RequestRoles.isPosition(field) || RequestRoles.isSize(field));
  }
}
