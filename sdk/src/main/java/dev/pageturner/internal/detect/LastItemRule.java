package dev.pageturner.internal.detect;

import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A flag that says that there is more, and items with an id to go on from. */
final class LastItemRule {
  private static final List<String> PARAMETERS =
      List.of("startingafter", "after", "afterid", "sinceid", "lastid", "startafter");

  private LastItemRule() {}

  static Optional<Rule> find(BodyValues body, Outline outline, Items items) {
    if (body.anyFlag().isEmpty() || !itemsHaveIds(outline, items)) {
      return Optional.empty();
    }
    String reason = "the body says whether there is more, and the items have ids: the last one goes"
        + " back as ";
    Optional<String> own = body.requestParameter(PARAMETERS);
    return Optional.of(own.map(name -> Rule.stated(by(name, body), reason + name))
        .orElseGet(() -> Rule.guessed(
            by("starting_after", body),
            reason + "starting_after",
            List.of(by("after", body), by("after_id", body)))));
  }

  private static Pagination by(String parameter, BodyValues body) {
    return new Pagination.Builder()
        .next(new Next.Cursor(List.of(Source.lastItem("$.id"))))
        .carrier(body.carrier(parameter))
        .build();
  }

  private static boolean itemsHaveIds(Outline outline, Items items) {
    String path = ItemsPath.of(items).text();
    return Stream.concat(outline.arrays().stream(), outline.open().stream())
        .filter(array -> array.path().toString().equals(path) && array.hasObjects())
        .anyMatch(array -> JsonMembers.of(array.elements().get(0)).containsKey("id"));
  }
}
