package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an API does in its other lists, for operations that declare but a part of it.
 *
 * <p>Where {@code offset} goes with {@code $.next_page.offset} in most lists, it does so too in a
 * list whose author forgot to write {@code next_page} down; and where most lists have
 * {@code $.links.next}, a list whose {@code links} are not described has it, too. A habit proves
 * itself in each operation: it counts only where the answer can hold what it says.
 */
final class PairHabit {

  private final Map<PositionField, Map<String, Integer>> pairs = new HashMap<>();
  private final Map<String, Integer> urls = new HashMap<>();
  private final Set<String> items = new HashSet<>();

  private PairHabit() {}

  static List<Draft> apply(List<Draft> drafts, Conventions conventions) {
    PairHabit habit = new PairHabit();
    drafts.stream().flatMap(draft -> draft.best().stream()).forEach(habit::add);
    return drafts.stream().map(draft -> habit.completed(draft, conventions)).toList();
  }

  private void add(DetectedPagination found) {
    boolean cursor = found.style() == PageStyle.CURSOR || found.style() == PageStyle.BODY_CURSOR;
    if (cursor && found.position().isPresent() && found.next().isPresent()) {
      pairs
          .computeIfAbsent(found.position().get(), same -> new HashMap<>())
          .merge(found.next().get(), 1, Integer::sum);
      found.items().ifPresent(items::add);
    } else if (found.style() == PageStyle.NEXT_URL) {
      found.next().ifPresent(next -> urls.merge(next, 1, Integer::sum));
    }
  }

  private Draft completed(Draft draft, Conventions conventions) {
    boolean reads = draft.operation().method().equals("GET");
    if (!reads || !draft.mayBeCompleted() || (pairs.isEmpty() && urls.isEmpty())) {
      return draft;
    }
    Candidate candidate = Candidate.of(draft.operation(), conventions);
    return candidate.mayRead()
        ? byPair(candidate, draft)
            .or(() -> byUrl(candidate))
            .map(found -> draft.with(List.of(found.build())))
            .orElse(draft)
        : draft;
  }

  private Optional<Finding> byPair(Candidate candidate, Draft draft) {
    return draft.isOpen()
        ? candidate.request().stream()
            .filter(field -> RequestRoles.isPosition(field) && next(field).isPresent())
            .findFirst()
            .flatMap(field -> found(candidate, field))
        : Optional.empty();
  }

  private Optional<String> next(RequestField field) {
    return most(pairs.getOrDefault(new PositionField(field.name(), field.in()), Map.of()));
  }

  private static Optional<String> most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .filter(pair -> pair.getValue() >= Sign.AGREEING_PAIRS.weight())
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /** Whether the answer looks like that of a list of which the next field was left out. */
  private boolean mayHoldMore(Candidate candidate, Optional<AnswerField> found) {
    boolean alike = found.filter(array -> items.contains(array.jsonPath())).isPresent();
    boolean undescribed =
        !candidate.answer().isDescribed() || candidate.answer().isOpen();
    return alike
        || (found.isPresent() && candidate.signals().endFlag(false).isPresent())
        || (undescribed && candidate.size().isPresent());
  }

  private Optional<Finding> found(Candidate candidate, RequestField field) {
    Optional<AnswerField> found = candidate.items(null);
    return !mayHoldMore(candidate, found)
        ? Optional.empty()
        : Optional.of(new Finding(CursorRule.style(field), candidate, Sign.HABIT)
            .position(field)
            .next(next(field).orElseThrow())
            .items(found)
            .because("the API's other lists pair the two"));
  }

  /** A list whose links are an object of which nothing is described. */
  private Optional<Finding> byUrl(Candidate candidate) {
    Optional<AnswerField> found = candidate.items(null);
    return most(urls)
        .filter(next -> found.isPresent() && candidate.asks())
        .flatMap(next -> candidate.answer().objects().stream()
            .filter(
                object -> isBegun(object, next) && object.shape().memberNames().isEmpty())
            .findFirst()
            .map(object -> new Finding(PageStyle.NEXT_URL, candidate, Sign.HABIT)
                .next(next)
                .items(found)
                .because("the API's other lists have the URL of the next page there")));
  }

  private static boolean isBegun(AnswerField object, String next) {
    String path = object.jsonPath();
    return !object.path().isEmpty() && (next.startsWith(path + ".") || next.startsWith(path + "["));
  }
}
