package dev.pageturner.openapi.check;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a cursor that comes back with another filter is refused, or gives its own list. */
final class FilterCheck {
  private final Survey survey;

  private FilterCheck(Survey survey) {
    this.survey = survey;
  }

  /**
   * Sends the cursor of the first page with another filter.
   *
   * @param other a parameter and its value that make another list; null to leave out the first one
   *     of the list's own
   */
  static CheckResult of(Survey survey, Filter.@Nullable Other other) {
    return new FilterCheck(survey).check(Optional.ofNullable(other));
  }

  private static CheckResult notTried(String why) {
    return CheckResult.notTried(Check.FILTER, why);
  }

  private CheckResult check(Optional<Filter.Other> other) {
    List<WalkedPage> pages = survey.first().pages();
    if (pages.isEmpty()) {
      return survey.unfinished(Check.FILTER);
    } else if (!isOfTheServer()) {
      return notTried("The list does not page by cursors of the server.");
    }
    List<String> names = Parameters.of(survey.pagination().carrier());
    if (pages.size() < 2 || !(pages.get(0).next().orElse(null) instanceof Position.Cursor cursor)) {
      return notTried("The list has one page.");
    } else if (names.size() != cursor.values().size()) {
      return notTried("The cursor does not travel in the query.");
    }
    Optional<ListRequest> filtered = filtered(other);
    return filtered.isEmpty()
        ? notTried("No filter is known that makes another list.")
        : compare(filtered.get(), names, cursor.values());
  }

  private boolean isOfTheServer() {
    return survey.pagination().next() instanceof Next.Cursor cursor
        && cursor.sources().stream().noneMatch(Source.LastItem.class::isInstance);
  }

  private Optional<ListRequest> filtered(Optional<Filter.Other> other) {
    ListRequest request = survey.request();
    if (other.isPresent()) {
      Filter.Other said = other.get();
      return Optional.of(request.without(Set.of(said.name())).with(said.name(), said.value()));
    }
    Set<String> own = survey.ownNames();
    return request.queryNames().stream()
        .filter(name -> !own.contains(name) && Filter.isFilter(name))
        .findFirst()
        .map(name -> request.without(Set.of(name)));
  }

  private CheckResult compare(ListRequest filtered, List<String> names, List<CursorValue> cursor) {
    Walk other = survey.onePage(filtered);
    if (other.spent() || (other.pages().isEmpty() && !isRefused(other))) {
      return survey.notReached(Check.FILTER, other);
    }
    List<WalkedPage> pages = survey.first().pages();
    if (isRefused(other) || isBeginningOf(other.keys(), pages.get(0).keys())) {
      return notTried("The other filter changes nothing on the first page, or is refused.");
    }
    ListRequest mixed = filtered;
    for (int i = 0; i < names.size(); i++) {
      mixed = mixed.with(names.get(i), cursor.get(i).text());
    }
    Walk answer = survey.onePage(mixed);
    if (isRefused(answer)) {
      return CheckResult.passed(Check.FILTER, "A cursor with another filter is refused.");
    } else if (answer.pages().isEmpty()) {
      return survey.notReached(Check.FILTER, answer);
    }
    return isBeginningOf(answer.keys(), pages.get(1).keys())
        ? CheckResult.passed(Check.FILTER, "A cursor with another filter gives its own list.")
        : CheckResult.of(
            Check.FILTER,
            "A cursor with another filter is taken.",
            List.of(mixture(pages.get(0), answer.last())));
  }

  /** A page of the same list may have another size. */
  private static boolean isBeginningOf(List<String> some, List<String> others) {
    int common = Math.min(some.size(), others.size());
    return common > 0 && some.subList(0, common).equals(others.subList(0, common));
  }

  private static boolean isRefused(Walk walk) {
    return walk.failure()
        .filter(failure -> failure instanceof PageturnerException.Status status
            && status.status() / 100 == 4
            && status.status() != 429)
        .isPresent();
  }

  private Finding mixture(WalkedPage gave, WalkedPage mixed) {
    return new Finding(
        Severity.WARNING,
        "The cursor of page 1 was sent with another filter, and the answer is neither a refusal nor"
            + " page 2 of the cursor's own list.",
        "Keep the filter in the cursor, and answer 400 where the two differ: a client that changes"
            + " its filter in the middle gets a mixture of two lists.",
        survey.curl(gave, mixed));
  }
}
