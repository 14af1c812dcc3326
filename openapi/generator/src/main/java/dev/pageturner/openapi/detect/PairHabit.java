package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which response field an API pairs with a request parameter, for operations that declare but the
 * one.
 *
 * <p>Where {@code offset} goes with {@code $.next_page.offset} in most lists, it does so too in a
 * list whose author forgot to write {@code next_page} down.
 */
final class PairHabit {
  /** So many operations must agree. */
  private static final int AGREEING = 3;

  private final Map<PositionField, Map<String, Integer>> pairs = new HashMap<>();
  private final Set<String> items = new HashSet<>();

  private PairHabit() {}

  static List<Draft> apply(List<Draft> drafts, Conventions conventions) {
    PairHabit habit = new PairHabit();
    drafts.stream()
        .flatMap(draft -> draft.best().stream())
        .filter(best -> best.style() == PageStyle.CURSOR || best.style() == PageStyle.BODY_CURSOR)
        .forEach(habit::add);
    return drafts.stream().map(draft -> habit.completed(draft, conventions)).toList();
  }

  private void add(DetectedPagination found) {
    if (found.position().isPresent() && found.next().isPresent()) {
      pairs
          .computeIfAbsent(found.position().get(), same -> new HashMap<>())
          .merge(found.next().get(), 1, Integer::sum);
      found.items().ifPresent(items::add);
    }
  }

  private Draft completed(Draft draft, Conventions conventions) {
    if (!draft.isOpen() || !draft.operation().method().equals("GET")) {
      return draft;
    }
    return RequestFields.of(draft.operation()).stream()
        .filter(field -> RequestRoles.isPosition(field) && next(field).isPresent())
        .findFirst()
        .flatMap(field -> found(Candidate.of(draft.operation(), conventions), field))
        .map(found -> draft.with(List.of(found)))
        .orElse(draft);
  }

  private Optional<String> next(RequestField field) {
    return pairs
        .getOrDefault(new PositionField(field.name(), field.in()), Map.of())
        .entrySet()
        .stream()
        .filter(pair -> pair.getValue() >= AGREEING)
        .max(Map.Entry.comparingByValue())
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

  private Optional<DetectedPagination> found(Candidate candidate, RequestField field) {
    Optional<AnswerField> found = candidate.items(null);
    return !candidate.mayRead() || !mayHoldMore(candidate, found)
        ? Optional.empty()
        : Optional.of(new Finding(PageStyle.CURSOR, candidate, Sign.HABIT)
            .position(field)
            .next(next(field).orElseThrow())
            .items(found)
            .because("the API's other lists pair the two")
            .build());
  }
}
