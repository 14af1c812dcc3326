package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A field of the last item is sent to get those after it: {@code starting_after}, {@code since_id},
 * {@code after} with a snowflake.
 *
 * <p>The pair is the parameter and items that have such a field, where the response offers no
 * cursor. A {@code has_more} flag, a page size or prose about ids makes it surer; prose about dates
 * ends it. Lists that go from new to old take {@code before}: it counts if there is no
 * {@code after}, and the response says whether more follow or the prose that it takes an id, since
 * otherwise it is a filter.
 */
final class LastItemRule implements Rule {
  private static final String ID = "id|uid|uuid|gid";
  private static final String KEY = "token|key";

  @Override
  public Optional<Finding> look(Candidate candidate) {
    return first(candidate, field -> isNamedInProse(candidate, field))
        .or(() -> first(candidate, RequestRoles::isLastItem))
        .or(() -> itemCursor(candidate))
        .or(() -> idMarker(candidate))
        .or(() -> backward(candidate))
        .flatMap(field -> found(candidate, field));
  }

  /** Prose of the operation that names one of several decides. */
  private static boolean isNamedInProse(Candidate candidate, RequestField field) {
    boolean key = RequestRoles.isLastItem(field) || RequestRoles.isBefore(field);
    return key && !RequestRoles.isTime(field) && Prose.isToBeSent(candidate.prose(), field.name());
  }

  private static Optional<RequestField> first(Candidate candidate, Predicate<RequestField> role) {
    return candidate.fields(role).stream().findFirst();
  }

  /** Each item may bring its own cursor: {@code [{cursor, account}, …]}. */
  private static Optional<RequestField> itemCursor(Candidate candidate) {
    Shape element = candidate
        .items(null)
        .flatMap(array -> array.shape().element())
        .orElseGet(() -> Shape.of(List.of()));
    return first(
        candidate,
        field -> RequestRoles.isCursor(field) && element.memberNames().contains(field.name()));
  }

  /** A {@code marker} may be no more than the id of the last item seen. */
  private static Optional<RequestField> idMarker(Candidate candidate) {
    return first(
        candidate,
        field -> RequestRoles.isCursor(field)
            && Prose.isAboutIds(field.description())
            && candidate.signals().next().isEmpty());
  }

  private static Optional<RequestField> backward(Candidate candidate) {
    boolean flagged = candidate.signals().exactFlag().isPresent();
    return candidate.size().isEmpty()
        ? Optional.empty()
        : first(
            candidate,
            field -> RequestRoles.isBefore(field)
                && (flagged || (isAboutIds(field) && !RequestRoles.isTime(field))));
  }

  private static Optional<Finding> found(Candidate candidate, RequestField field) {
    Optional<AnswerField> items = candidate.items(null);
    boolean cursorGiven = candidate.signals().next().stream().anyMatch(ResponseSignals::saysNext);
    Optional<String> key = items.flatMap(array -> key(array, field));
    boolean witnessed = candidate.size().isPresent()
        || candidate.signals().endFlag(false).isPresent()
        || candidate.answer().isBareArray();
    boolean known = key.isPresent() || isAboutIds(field) || RequestRoles.isTime(field);
    if (items.isEmpty() || !witnessed || cursorGiven || !known) {
      return Optional.empty();
    }
    Finding finding = new Finding(PageStyle.AFTER_LAST_ITEM, candidate, Sign.LAST_ITEM)
        .position(field)
        .items(items)
        .lastItemField(key);
    return Optional.of(surer(finding, candidate, field));
  }

  private static boolean isAboutIds(RequestField field) {
    return Prose.isAboutIds(field.description())
        || field.shape().format().matches("snowflake|uuid|int64");
  }

  private static Finding surer(Finding finding, Candidate candidate, RequestField field) {
    candidate
        .size()
        .ifPresent(size -> finding.also(Sign.SIZE_BESIDE_KEY, "it stands beside " + size.name()));
    CountingRule.ends(finding, candidate);
    if (candidate
        .items(null)
        .flatMap(array -> key(array, field))
        .filter(field.name()::equals)
        .isPresent()) {
      finding.also(Sign.KEY_OF_ITEM, "the items have a field of its name");
    }
    if (isAboutIds(field)) {
      finding.also(Sign.KEY_PROSE, "its description speaks of an id");
    }
    Name name = field.core().name();
    if ((name.has("after") && name.words().size() > 1) || name.matches("sinceid")) {
      finding.also(Sign.KEY_NAME, "its name says so");
    }
    return finding;
  }

  /**
   * {@return the field of an item that the parameter takes: what it is named after, or the id}
   *
   * <p>It has to be unique: some {@code …Id} of an item is that of another thing, and a name is
   * unique only where the parameter or its prose says that it goes by names.
   */
  private static Optional<String> key(AnswerField items, RequestField field) {
    Shape element = items.shape().element().orElseGet(() -> Shape.of(List.of()));
    if (RequestRoles.isTime(field)) {
      return onlyTime(element);
    }
    String named = field
        .core()
        .name()
        .joined()
        .replaceFirst("^(?:starting|start|page|search)?(?:after|since|from|last|before)", "");
    return memberNamed(element, named.isEmpty() ? "id" : Pattern.quote(named))
        .or(() -> memberNamed(element, ID))
        .or(() -> ownId(items, element))
        .or(() -> memberNamed(element, KEY))
        .or(() -> Prose.isAboutNames(field.description())
            ? memberNamed(element, "name")
            : Optional.empty())
        .or(() -> nestedId(element));
  }

  /** {@code event_id} of {@code transfer_events}, rather than the {@code account_id} before it. */
  private static Optional<String> ownId(AnswerField items, Shape element) {
    String noun = items.name().singular();
    return element.memberNames().stream()
        .filter(name -> name.matches(".+[a-z](?:_id|Id|ID)"))
        .filter(name ->
            noun.endsWith(Name.of(name.replaceFirst("_?(?:id|Id|ID)$", "")).joined()))
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

  private static Optional<String> memberNamed(Shape element, String names) {
    return element.memberNames().stream()
        .filter(name -> Name.of(name).matches(names))
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
