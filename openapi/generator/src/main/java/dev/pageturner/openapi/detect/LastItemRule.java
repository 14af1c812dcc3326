package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of the last item is sent to get those after it: {@code starting_after}, {@code since_id},
 * {@code after} with a snowflake.
 *
 * <p>The pair is the parameter and items that have such a field, where the response offers no
 * cursor. A {@code has_more} flag, a page size or prose about ids makes it surer; prose about dates
 * ends it. Lists that go from new to old take {@code before}: it counts if there is no
 * {@code after} and the response says whether more follow, since otherwise it is a filter.
 */
final class LastItemRule implements Rule {
  private static final Names IDS = Names.of("id uid uuid gid");
  private static final Names KEYS = Names.of("token name key");

  @Override
  public Optional<DetectedPagination> look(Candidate candidate) {
    Optional<RequestField> forward =
        candidate.request().stream().filter(RequestRoles::isLastItem).findFirst();
    return forward
        .or(() -> itemCursor(candidate))
        .or(() -> idMarker(candidate))
        .or(() -> backward(candidate))
        .flatMap(field -> found(candidate, field));
  }

  /** Each item may bring its own cursor: {@code [{cursor, account}, …]}. */
  private static Optional<RequestField> itemCursor(Candidate candidate) {
    Shape element = candidate
        .items(null)
        .flatMap(array -> array.shape().element())
        .orElseGet(() -> Shape.of(List.of()));
    return candidate.request().stream()
        .filter(RequestRoles::isCursor)
        .filter(field -> element.memberNames().contains(field.name()))
        .findFirst();
  }

  /** A {@code marker} may be no more than the id of the last item seen. */
  private static Optional<RequestField> idMarker(Candidate candidate) {
    return candidate.request().stream()
        .filter(RequestRoles::isCursor)
        .filter(field ->
            Prose.isAboutIds(field.description()) && candidate.signals().next().isEmpty())
        .findFirst();
  }

  private static Optional<RequestField> backward(Candidate candidate) {
    boolean witnessed =
        candidate.size().isPresent() && candidate.signals().endFlag().isPresent();
    return candidate.request().stream()
        .filter(field -> witnessed && RequestRoles.isBefore(field))
        .findFirst();
  }

  private static Optional<DetectedPagination> found(Candidate candidate, RequestField field) {
    Optional<AnswerField> items = candidate.items(null);
    boolean cursorGiven = candidate.signals().next().stream().anyMatch(ResponseSignals::saysNext);
    Optional<String> key = items.flatMap(array -> key(array, field));
    boolean witnessed = candidate.size().isPresent()
        || candidate.signals().endFlag().isPresent()
        || candidate.answer().isBareArray();
    boolean known = key.isPresent() || isAboutIds(field) || RequestRoles.isTime(field);
    if (items.isEmpty() || !witnessed || cursorGiven || !known) {
      return Optional.empty();
    }
    Finding finding = new Finding(PageStyle.AFTER_LAST_ITEM, candidate, 0.6)
        .position(field)
        .items(items)
        .lastItemField(key);
    return Optional.of(surer(finding, candidate, field).build());
  }

  private static boolean isAboutIds(RequestField field) {
    return Prose.isAboutIds(field.description())
        || field.shape().format().matches("snowflake|uuid|int64");
  }

  private static Finding surer(Finding finding, Candidate candidate, RequestField field) {
    candidate.size().ifPresent(size -> finding.surer(0.08, "it stands beside " + size.name()));
    candidate
        .signals()
        .endFlag()
        .ifPresent(flag -> finding.surer(0.15, "the response says whether more follow"));
    if (candidate
        .items(null)
        .flatMap(array -> key(array, field))
        .filter(field.name()::equals)
        .isPresent()) {
      finding.surer(0.2, "the items have a field of its name");
    }
    if (isAboutIds(field)) {
      finding.surer(0.1, "its description speaks of an id");
    }
    if (field.core().name().matches("startingafter|sinceid|afterid|after.*id")) {
      finding.surer(0.05, "its name says so");
    }
    return finding;
  }

  /** {@return the field of an item that the parameter takes: what it is named after, or the id} */
  private static Optional<String> key(AnswerField items, RequestField field) {
    Shape element = items.shape().element().orElseGet(() -> Shape.of(List.of()));
    if (RequestRoles.isTime(field)) {
      return onlyTime(element);
    }
    String named = field
        .core()
        .name()
        .replaceFirst("^(?:starting|start|page|search)?(?:after|since|from|last)", "");
    return memberNamed(element, Names.of(named.isEmpty() ? "id" : named))
        .or(() -> memberNamed(element, IDS))
        .or(() -> ownId(items, element))
        .or(() -> memberNamed(element, KEYS))
        .or(() -> memberNamed(element, Names.of(".*id")))
        .or(() -> nestedId(element));
  }

  /** {@code event_id} of {@code transfer_events}, rather than the {@code account_id} before it. */
  private static Optional<String> ownId(AnswerField items, Shape element) {
    String noun = items.name().singular();
    return element.memberNames().stream()
        .filter(name -> name.matches(".+[a-z](?:_id|Id|ID)"))
        .filter(name -> noun.endsWith(Name.of(name).joined().replaceFirst("id$", "")))
        .findFirst();
  }

  /** A moment is the position where items have but one. */
  private static Optional<String> onlyTime(Shape element) {
    List<String> times = element.members().entrySet().stream()
        .filter(member -> member.getValue().format().startsWith("date"))
        .map(Map.Entry::getKey)
        .toList();
    return times.size() == 1 ? Optional.of(times.get(0)) : Optional.empty();
  }

  private static Optional<String> memberNamed(Shape element, Names names) {
    return element.memberNames().stream()
        .filter(name -> names.contain(Name.of(name)))
        .findFirst();
  }

  /** A membership has no id of its own, but the user in it has. */
  private static Optional<String> nestedId(Shape element) {
    return element.members().entrySet().stream()
        .filter(member -> member.getValue().memberNames().contains("id"))
        .map(Map.Entry::getKey)
        .map(name -> name + ".id")
        .findFirst();
  }
}
