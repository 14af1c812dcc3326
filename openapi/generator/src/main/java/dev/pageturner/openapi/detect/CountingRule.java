package dev.pageturner.openapi.detect;

import java.util.Optional;

/**
 * The client counts: pages ({@code page}, {@code page[number]}, {@code pageIndex}) or items
 * ({@code offset}, {@code $skip}, {@code startIndex}).
 *
 * <p>The counter needs items in the answer and one more witness: a page size, a total, the counter
 * repeated in the answer, or prose. A {@code limit} alone is "top n", a {@code start} with an
 * {@code end} is a range.
 */
final class CountingRule implements Rule {
  /** Arithmetic is never as sure as a next URL: the server knows better. */
  private static final double SUREST = 0.94;

  private final PageStyle style;

  private CountingRule(PageStyle style) {
    this.style = style;
  }

  static Rule pages() {
    return new CountingRule(PageStyle.PAGE_NUMBER);
  }

  static Rule items() {
    return new CountingRule(PageStyle.OFFSET);
  }

  @Override
  public Optional<DetectedPagination> look(Candidate candidate) {
    return candidate.request().stream()
        .filter(field -> counts(candidate, field))
        .filter(RequestRoles::isNumber)
        .filter(field -> !isOpaque(field) && !isRange(candidate, field))
        .findFirst()
        .flatMap(field -> found(candidate, field));
  }

  private boolean counts(Candidate candidate, RequestField field) {
    return style == PageStyle.PAGE_NUMBER
        ? RequestRoles.isPage(field)
        : RequestRoles.isOffset(field) || isFirstOfMany(candidate, field);
  }

  /** {@code first} is the size of a page, unless another field is and none is a cursor. */
  private static boolean isFirstOfMany(Candidate candidate, RequestField field) {
    return field.core().name().equals("first")
        && field.shape().isInteger()
        && candidate.size().filter(size -> size != field).isPresent()
        && candidate
            .fields(other -> RequestRoles.isCursor(other) || RequestRoles.isLastItem(other))
            .isEmpty();
  }

  private Optional<DetectedPagination> found(Candidate candidate, RequestField counter) {
    Optional<AnswerField> total =
        candidate.signals().count().or(() -> candidate.signals().totalPages());
    Optional<AnswerField> items = candidate.items(total.orElse(null));
    if (items.isEmpty()
        && candidate.answer().isDescribed()
        && !isListOfWhatIsDescribed(candidate, counter)) {
      return Optional.empty();
    }
    Finding finding = new Finding(style, candidate, items.isEmpty() ? 0.25 : 0.45)
        .position(counter)
        .items(items);
    next(candidate, counter).ifPresent(finding::next);
    return Optional.of(finding.start(start(counter)).atMost(SUREST))
        .map(found -> witnesses(found, candidate, counter, total).build())
        .filter(found -> found.confidence() >= PaginationDetector.THRESHOLD);
  }

  /**
   * Some documents describe one item where the answer is an array of them. Then a page number
   * beside a page size, both numbers, are the pair.
   */
  private static boolean isListOfWhatIsDescribed(Candidate candidate, RequestField counter) {
    return candidate.operation().method().equals("GET")
        && !candidate.operation().path().endsWith("}")
        && candidate.answer().arrays().stream().allMatch(array -> array.path().size() == 1)
        && counter.core().name().matches("page|pagenumber|offset|skip")
        && counter.shape().isInteger()
        && candidate.size().filter(size -> size.shape().isInteger()).isPresent();
  }

  private static Finding witnesses(
      Finding finding, Candidate candidate, RequestField counter, Optional<AnswerField> total) {
    candidate
        .size()
        .filter(size -> size != counter)
        .ifPresent(size -> finding.surer(0.35, "it stands beside the page size " + size.name()));
    total.ifPresent(field -> finding.surer(0.15, "the number of items or pages is at " + field));
    candidate
        .signals()
        .endFlag()
        .ifPresent(flag -> finding.surer(0.15, "the response says whether more follow"));
    candidate
        .signals()
        .echo(counter)
        .ifPresent(echo -> finding.surer(0.1, "the answer repeats it at " + echo));
    if (counter.core().name().matches("page|pagenumber|offset|skip")
        && counter.shape().isInteger()) {
      finding.surer(0.15, "its name and type say so");
    }
    if (Prose.isAboutPages(counter.description()) || Prose.isAboutSkipping(counter.description())) {
      finding.surer(0.15, "its description says so");
    }
    return finding;
  }

  private static boolean isOpaque(RequestField field) {
    return field.shape().isString() && Prose.isAboutTokens(field.description());
  }

  /**
   * {@code start} and {@code end}, {@code from} and {@code to}: a range, unless a page size stands
   * beside them.
   */
  private static boolean isRange(Candidate candidate, RequestField field) {
    return field.words().matches("start|from|begin")
        && candidate.request().stream()
            .anyMatch(other -> other.words().matches("end|to|until|stop|finish"))
        && !Prose.isAboutSkipping(field.description());
  }

  private static Optional<String> next(Candidate candidate, RequestField counter) {
    String core = counter.core().name();
    return candidate.signals().next().stream()
        .filter(ResponseSignals::saysNext)
        .filter(next -> UrlSigns.of(next) != UrlSigns.URL)
        .filter(next -> next.name().joined().contains(core) || next.shape().isInteger())
        .map(AnswerField::jsonPath)
        .findFirst();
  }

  private static Optional<Long> start(RequestField counter) {
    return counter
        .shape()
        .number("default")
        .or(() -> counter.shape().number("minimum"))
        .or(() -> Prose.base(counter.description()))
        // Anything else is an example rather than where a list begins.
        .filter(first -> first == 0 || first == 1);
  }
}
