package dev.pageturner.openapi.detect;

import java.util.Comparator;
import java.util.Optional;

/**
 * The client counts: pages ({@code page}, {@code page[number]}, {@code pageIndex}) or items
 * ({@code offset}, {@code $skip}, {@code startIndex}).
 *
 * <p>The counter needs items in the answer and one more witness: a page size, a total, the counter
 * repeated in the answer, or prose. A {@code limit} alone is "top n", a {@code start} with an
 * {@code end} is a range. Where the answer gives the counter's next value, that is sent.
 */
final class CountingRule implements Rule {
  private final PageStyle style;

  /** Makes a rule that counts pages or items. */
  CountingRule(PageStyle style) {
    this.style = style;
  }

  @Override
  public Optional<Finding> look(Candidate candidate) {
    return candidate.request().stream()
        .filter(field -> counts(candidate, field))
        .filter(RequestRoles::isNumber)
        .filter(field -> !isOpaque(field) && !Ranges.isRange(candidate.request(), field))
        .min(Comparator.comparing(RequestField::isDiscouraged))
        .flatMap(field -> found(candidate, field));
  }

  private boolean counts(Candidate candidate, RequestField field) {
    return style == PageStyle.PAGE_NUMBER
        ? RequestRoles.isPage(field)
        : RequestRoles.isOffset(field) || isFirstOfMany(candidate, field);
  }

  /** {@code first} is the size of a page, unless another field is and none is a cursor. */
  private static boolean isFirstOfMany(Candidate candidate, RequestField field) {
    return field.core().name().matches("first")
        && field.shape().isInteger()
        && candidate.size(Optional.of(field)).isPresent()
        && candidate
            .fields(other -> RequestRoles.isCursor(other) || RequestRoles.isLastItem(other))
            .isEmpty();
  }

  private Optional<Finding> found(Candidate candidate, RequestField counter) {
    Optional<AnswerField> total =
        candidate.signals().count().or(() -> candidate.signals().totalPages());
    Optional<AnswerField> items = candidate.items(total.orElse(null));
    if (items.isEmpty() && candidate.answer().isDescribed()) {
      return Optional.empty();
    }
    Optional<AnswerField> given = next(candidate, counter);
    Optional<String> next = given.map(AnswerField::jsonPath).or(() -> nextInHeader(candidate));
    if (next.isPresent() && items.isPresent()) {
      PageStyle said = given.map(field -> style(counter, field)).orElse(style);
      return Optional.of(new Finding(said, candidate, Sign.NUMBER_GIVEN)
          .position(counter)
          .items(items)
          .next(next.get())
          .start(said == style ? start(counter) : Optional.empty()));
    }
    Finding finding = new Finding(
            style, candidate, items.isEmpty() ? Sign.COUNTER_OF_UNKNOWN : Sign.COUNTER)
        .position(counter)
        .items(items)
        .start(start(counter))
        .atMost(Sign.SUREST_COUNTER);
    return Optional.of(witnesses(finding, candidate, counter));
  }

  /** A bare next that goes back in an offset may be any number: it is a cursor, and no count. */
  private PageStyle style(RequestField counter, AnswerField next) {
    boolean counts = style == PageStyle.PAGE_NUMBER
        || next.name().joined().contains(counter.core().name().joined());
    return counts ? style : CursorRule.style(counter);
  }

  private Optional<String> nextInHeader(Candidate candidate) {
    return candidate.answer().headers().keySet().stream()
        .filter(name -> style == PageStyle.PAGE_NUMBER
            && Vocabulary.of(WordRole.HEADER).contain(Name.of(name))
            && Name.of(name).has("next")
            && Name.of(name).has("page"))
        .map(name -> "header:" + name)
        .findFirst();
  }

  /** A number of a name that is used for little else. */
  private static boolean isPlain(RequestField counter) {
    return counter.core().name().matches("page|pagenumber|offset|skip")
        && counter.shape().isInteger();
  }

  private static Finding witnesses(Finding finding, Candidate candidate, RequestField counter) {
    candidate
        .size(Optional.of(counter))
        .ifPresent(size -> finding.also(
            Sign.SIZE_BESIDE_COUNTER, "it stands beside the page size " + size.name()));
    ends(finding, candidate);
    candidate
        .signals()
        .echo(counter)
        .ifPresent(echo -> finding.also(Sign.ECHO, "the answer repeats it at " + echo));
    if (isPlain(counter)) {
      finding.also(Sign.COUNTER_NAME, "its name and type say so");
    }
    if (Prose.isAboutPages(counter.description()) || Prose.isAboutSkipping(counter.description())) {
      finding.also(Sign.COUNTER_PROSE, "its description says so");
    }
    return finding;
  }

  /** Adds what tells a client that makes its positions itself where the list ends. */
  static void ends(Finding finding, Candidate candidate) {
    ResponseSignals signals = candidate.signals();
    signals
        .exactFlag()
        .ifPresentOrElse(
            flag -> finding.also(Sign.EXACT_FLAG, "the response says whether more follow"),
            () -> signals
                .endFlag(false)
                .ifPresent(flag ->
                    finding.also(Sign.GUESSED_FLAG, "the response may say whether more follow")));
    signals
        .count()
        .or(signals::totalPages)
        .ifPresent(
            field -> finding.also(Sign.TOTAL, "the number of items or pages is at " + field));
  }

  private static boolean isOpaque(RequestField field) {
    return field.shape().isString() && Prose.isAboutTokens(field.description());
  }

  /** The next value of the counter: a number that says next, or next and the counter's name. */
  private static Optional<AnswerField> next(Candidate candidate, RequestField counter) {
    String core = counter.core().name().joined();
    return candidate.signals().next().stream()
        .filter(ResponseSignals::saysNext)
        .filter(next -> UrlSigns.of(next) != UrlSigns.URL)
        .filter(next -> next.name().joined().contains(core) || next.shape().isInteger())
        .filter(
            next -> counter.shape().isInteger() || !next.shape().isInteger() || isOneOf(next, core))
        .findFirst();
  }

  private static boolean isOneOf(AnswerField next, String core) {
    return next.name().matches("next(?:page|offset|start|index|number)?|next" + core);
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
