package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way to page an operation, while a rule finds its evidence. */
final class Finding {
  private final PageStyle style;
  private final Candidate candidate;
  private Rank rank;
  private final List<Problem> warnings = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();
  private double confidence;
  private double atMost = Sign.SUREST.weight();
  private Optional<String> items = Optional.empty();
  private Optional<RequestField> position = Optional.empty();
  private Optional<String> next = Optional.empty();
  private Optional<String> lastItemField = Optional.empty();
  private Optional<Long> start = Optional.empty();
  private Optional<RequestField> size = Optional.empty();

  /** Begins with the sign that gives the finding its rank. */
  Finding(PageStyle style, Candidate candidate, Sign sign) {
    this.style = style;
    this.candidate = candidate;
    this.rank = sign.rank();
    this.confidence = sign.weight();
  }

  /** {@return what this goes before} */
  Rank rank() {
    boolean warned = position.filter(RequestField::isDiscouraged).isPresent();
    return warned && rank != Rank.STATED ? Rank.DISCOURAGED : rank;
  }

  double confidence() {
    return confidence;
  }

  /** Says what in the document wasn't understood. */
  Finding warning(Problem problem) {
    warnings.add(problem);
    return this;
  }

  List<Problem> warnings() {
    return warnings;
  }

  Finding because(String reason) {
    evidence.add(reason);
    return this;
  }

  /** Adds a further sign; of several, the highest rank is the finding's. */
  Finding also(Sign sign, String reason) {
    rank = rank.compareTo(sign.rank()) <= 0 ? rank : sign.rank();
    confidence = Math.min(atMost, confidence + sign.weight());
    return because(reason);
  }

  Finding atMost(Sign bound) {
    atMost = bound.weight();
    return this;
  }

  Finding items(Optional<AnswerField> field) {
    items = field.map(AnswerField::jsonPath);
    field.ifPresent(found -> because("the items are at " + found.jsonPath()));
    return this;
  }

  Finding position(RequestField field) {
    position = Optional.of(field);
    return because(field.inWords());
  }

  Finding next(String where) {
    next = Optional.of(where);
    return because("the next position is at " + where);
  }

  Finding lastItemField(Optional<String> field) {
    lastItemField = field;
    return this;
  }

  Finding start(Optional<Long> first) {
    start = first;
    return this;
  }

  /** Says what asks for the page size, where the document names it. */
  Finding size(RequestField field) {
    size = Optional.of(field);
    return this;
  }

  DetectedPagination build() {
    Optional<PageSize> asked = size.or(() -> candidate.size(position))
        .map(field -> new PageSize(field.name(), field.in(), field.maximum()));
    asked.ifPresent(field -> because("the page size is asked for by " + field.name()));
    ResponseSignals signals = candidate.signals();
    return new DetectedPagination(
        style,
        items,
        position.map(field -> new PositionField(field.name(), field.in())),
        next,
        asked,
        signals.endFlag(next.isPresent()),
        signals.total().map(AnswerField::jsonPath),
        signals.totalPages().map(AnswerField::jsonPath),
        lastItemField,
        start,
        confidence,
        List.copyOf(evidence));
  }
}
