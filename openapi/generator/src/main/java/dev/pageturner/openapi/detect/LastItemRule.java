package dev.pageturner.openapi.detect;

import java.util.Map;
import java.util.Optional;

/**
 * A field of the last item is sent to get those after it: {@code starting_after}, {@code since_id},
 * {@code after} with a snowflake.
 *
 * <p>The pair is the parameter and items that have such a field, where the response offers no cursor. A
 * {@code has_more} flag, a page size or prose about ids makes it surer; prose about dates ends it.
 */
final class LastItemRule implements Rule {
  @Override
  public Optional<DetectedPagination> look(Candidate candidate) {
    return candidate.request().stream()
        .filter(RequestRoles::isLastItem)
        .findFirst()
        .flatMap(field -> found(candidate, field));
  }

  private static Optional<DetectedPagination> found(Candidate candidate, RequestField field) {
    Optional<AnswerField> items = candidate.items(null);
    boolean cursorGiven = candidate.signals().next().stream().anyMatch(ResponseSignals::saysNext);
    Optional<String> key = items.flatMap(array -> key(array, field));
    boolean aboutIds = Prose.isAboutIds(field.description()) || field.shape().format().matches("snowflake|uuid|int64");
    if (items.isEmpty() || cursorGiven || (key.isEmpty() && !aboutIds)) {
      return Optional.empty();
    }
    Finding finding = new Finding(PageStyle.AFTER_LAST_ITEM, candidate, 0.6)
        .position(field)
        .items(items)
        .lastItemField(key);
    return Optional.of(surer(finding, candidate, field, aboutIds).build());
  }

  private static Finding surer(Finding finding, Candidate candidate, RequestField field, boolean aboutIds) {
    candidate.size().ifPresent(size -> finding.surer(0.08, "it stands beside " + size.name()));
    candidate.signals().endFlag().ifPresent(flag -> finding.surer(0.15, "the response says whether more follow"));
    if (aboutIds) {
      finding.surer(0.1, "its description speaks of an id");
    }
    if (field.core().name().matches("startingafter|sinceid|afterid|after.*id")) {
      finding.surer(0.05, "its name says so");
    }
    return finding;
  }

  /** {@return the field of an item that the parameter takes: what it is named after, or the id} */
  private static Optional<String> key(AnswerField items, RequestField field) {
    Map<String, Shape> members = items.shape().element().map(Shape::members).orElse(Map.of());
    String named = field.core().name().replaceFirst("^(?:starting|start|page|search)?(?:after|since|from|last)", "");
    return members.keySet().stream()
        .filter(name -> !named.isEmpty() && Name.of(name).joined().equals(named))
        .findFirst()
        .or(() -> members.keySet().stream().filter(name -> Name.of(name).matches("id|uid|uuid|token|name|key")).findFirst())
        .or(() -> members.keySet().stream().filter(name -> Name.of(name).has("id")).findFirst());
  }
}
