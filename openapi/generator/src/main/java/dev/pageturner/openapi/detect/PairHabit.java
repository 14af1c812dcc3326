package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    }
  }

  private Draft completed(Draft draft, Conventions conventions) {
    if (draft.isPaginated() || !draft.operation().method().equals("GET")) {
      return draft;
    }
    return RequestFields.of(draft.operation()).stream()
        .filter(field -> next(field).isPresent())
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

  private Optional<DetectedPagination> found(Candidate candidate, RequestField field) {
    Optional<AnswerField> items = candidate.items(null);
    return items.isEmpty() && candidate.answer().isDescribed()
        ? Optional.empty()
        : Optional.of(new Finding(PageStyle.CURSOR, candidate, 0.7)
            .position(field)
            .next(next(field).orElseThrow())
            .items(items)
            .because("the API's other lists pair the two")
            .build());
  }
}
