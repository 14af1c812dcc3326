package dev.pageturner.internal.detect;

import dev.pageturner.pagination.Pagination;
import java.util.List;

/**
 * A way of paging that was recognised.
 *
 * @param pagination how the endpoint pages, but for the items
 * @param reason why, in words
 * @param guess whether a name or the way itself was assumed
 * @param alternatives what else it could be, the likelier first
 */
record Rule(Pagination pagination, String reason, boolean guess, List<Pagination> alternatives) {
  Rule {
    alternatives = List.copyOf(alternatives);
  }

  /** {@return a rule that the response or the request states} */
  static Rule stated(Pagination pagination, String reason) {
    return new Rule(pagination, reason, false, List.of());
  }

  /** {@return a rule that holds if what was assumed is right} */
  static Rule guessed(Pagination pagination, String reason, List<Pagination> alternatives) {
    return new Rule(pagination, reason, true, alternatives);
  }
}
