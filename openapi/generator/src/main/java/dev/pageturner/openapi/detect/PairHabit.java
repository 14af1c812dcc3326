package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.model.Operation;
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

  static PairHabit of(List<Detection> detections) {
    PairHabit habit = new PairHabit();
    detections.stream()
        .flatMap(detection -> detection.best().stream())
        .filter(best -> best.style() == PageStyle.CURSOR || best.style() == PageStyle.BODY_CURSOR)
        .forEach(habit::add);
    return habit;
  }

  private void add(DetectedPagination found) {
    if (found.position().isPresent() && found.next().isPresent()) {
      pairs
          .computeIfAbsent(found.position().get(), same -> new HashMap<>())
          .merge(found.next().get(), 1, Integer::sum);
    }
  }

  /**
   * {@return the detection, or what the habit makes of an operation that nothing else explained}
   */
  Detection apply(Detection detection, Conventions conventions) {
    if (detection.isPaginated() || !detection.operation().method().equals("GET")) {
      return detection;
    }
    Candidate candidate = Candidate.of(detection.operation(), conventions);
    return candidate.request().stream()
        .flatMap(field -> next(field).flatMap(next -> found(candidate, field, next)).stream())
        .findFirst()
        .map(found -> paginated(detection.operation(), found))
        .orElse(detection);
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

  private static Optional<DetectedPagination> found(
      Candidate candidate, RequestField field, String next) {
    Optional<AnswerField> items = candidate.items(null);
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(PageStyle.CURSOR, candidate, 0.7)
            .position(field)
            .next(next)
            .items(items)
            .because("the API's other lists pair the two")
            .build());
  }

  private static Detection paginated(Operation operation, DetectedPagination found) {
    return new Detection(operation, List.of(found));
  }
}
