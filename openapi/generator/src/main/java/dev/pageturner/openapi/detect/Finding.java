package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a {@link DetectedPagination} while a rule finds its evidence. */
final class Finding {
  private final PageStyle style;
  private final Candidate candidate;
  private final List<String> evidence = new ArrayList<>();
  private double confidence;
  private double atMost = 0.99;
  private Optional<String> items = Optional.empty();
  private Optional<PositionField> position = Optional.empty();
  private Optional<String> next = Optional.empty();
  private Optional<String> lastItemField = Optional.empty();
  private Optional<Long> start = Optional.empty();
  private Optional<RequestField> size = Optional.empty();

  Finding(PageStyle style, Candidate candidate, double confidence) {
    this.style = style;
    this.candidate = candidate;
    this.confidence = confidence;
  }

  Finding because(String reason) {
    evidence.add(reason);
    return this;
  }

  /** Adds a further reason that makes the finding surer. */
  Finding surer(double by, String reason) {
    confidence = Math.min(atMost, confidence + by);
    return because(reason);
  }

  Finding atMost(double limit) {
    atMost = limit;
    return this;
  }

  Finding items(Optional<AnswerField> field) {
    items = field.map(AnswerField::jsonPath);
    field.ifPresent(found -> because("the items are at " + found.jsonPath()));
    return this;
  }

  Finding position(RequestField field) {
    position = Optional.of(new PositionField(field.name(), field.in()));
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
    Optional<PageSize> asked = size.or(candidate::size)
        .map(field -> new PageSize(field.name(), field.in(), field.maximum()));
    asked.ifPresent(field -> because("the page size is asked for by " + field.name()));
    ResponseSignals signals = candidate.signals();
    return new DetectedPagination(
        style,
        items,
        position,
        next,
        asked,
        signals.endFlag(),
        signals.total().map(AnswerField::jsonPath),
        signals.totalPages().map(AnswerField::jsonPath),
        lastItemField,
        start,
        confidence,
        List.copyOf(evidence));
  }
}
