package dev.pageturner.internal.detect;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Optional;

/** A cursor that is an object: merged into the query, or sent back whole. */
final class ObjectRule {
  private ObjectRule() {}

  static Optional<Rule> find(Outline outline, ApiCall call) {
    for (PathExpression path : outline.objects()) {
      String name = BodyValues.plain(Outline.nameOf(path));
      if (name.equals("continue") && path.steps().size() == 1) {
        return Optional.of(rule(path, new Carrier.QueryMembers()));
      } else if (name.equals("lastevaluatedkey") && call.payload() != null) {
        return Optional.of(rule(path, Carrier.body("ExclusiveStartKey")));
      }
    }
    return Optional.empty();
  }

  private static Rule rule(PathExpression path, Carrier carrier) {
    Pagination pagination = new Pagination.Builder()
        .next(new Next.Cursor(List.of(Source.body(path.toString()))))
        .carrier(carrier)
        .build();
    return Rule.stated(
        pagination, "the body has a cursor of several values at " + path + ": " + carrier);
  }
}
