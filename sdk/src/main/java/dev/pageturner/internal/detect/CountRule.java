package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A number of all items above those of the page, and nothing that says how to ask for the rest. */
final class CountRule {
  private CountRule() {}

  static Optional<Rule> find(BodyValues body, ApiCall call, long count) {
    Counts counts = Counts.of(body.statements());
    boolean more = counts.items() > count || counts.pages() > 1;
    if (!more || count == 0 || !call.isSafe()) {
      return Optional.empty();
    }
    boolean byItems =
        body.requestParameter(List.of("limit", "take", "count", "rows")).isPresent();
    List<Pagination> ways = new ArrayList<>(
        List.of(by(new Next.PageNumber(1), "page", body), by(new Next.Offset(0), "offset", body)));
    if (byItems) {
      ways.add(ways.remove(0));
    }
    return Optional.of(Rule.guessed(
        ways.get(0),
        "the response says that there is more than this page, and not how to ask for it; "
            + ways.get(0).carrier() + " is assumed",
        ways.subList(1, ways.size())));
  }

  private static Pagination by(Next next, String parameter, BodyValues body) {
    Pagination.Builder pagination =
        new Pagination.Builder().next(next).carrier(body.carrier(parameter));
    body.totalSource().ifPresent(pagination::totalItems);
    return pagination.build();
  }
}
