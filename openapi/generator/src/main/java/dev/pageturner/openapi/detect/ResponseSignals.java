package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a response that say where the next page is, whether there is one, and how many. */
final class ResponseSignals {
  private final Answer answer;
  private final List<AnswerField> next;

  ResponseSignals(Answer answer) {
    this.answer = answer;
    this.next = next(answer);
  }

  /** {@return fields that may hold the next position, a cursor or a URL} */
  List<AnswerField> next() {
    return next;
  }

  private static List<AnswerField> next(Answer answer) {
    Stream<AnswerField> keys =
        answer.objects().stream().filter(field -> ResponseWords.KEY.contain(field.name()));
    return Stream.concat(answer.scalars().stream(), keys)
        .filter(field -> !field.path().isEmpty()
            && isNext(field)
            && isValue(field)
            && isReachable(field, answer))
        .toList();
  }

  /**
   * {@return fields that only this request field makes a position: "next" before its own name, or
   * text of the same name}
   */
  Stream<AnswerField> successors(RequestField asked) {
    String name = asked.core().name();
    return answer.scalars().stream()
        .filter(field -> !field.path().isEmpty() && !next.contains(field))
        .filter(field -> field.name().joined().equals("next" + name)
            || (field.name().joined().equals(name) && field.shape().isString()))
        .filter(field -> isValue(field) && isReachable(field, answer));
  }

  /**
   * Whether the name says "next" itself or stands in an object that does: {@code next.after},
   * {@code _links.next.href}.
   */
  static boolean saysNext(AnswerField field) {
    return ResponseWords.NEXT.contain(field.name()) || insideNext(field);
  }

  static boolean insideNext(AnswerField field) {
    return ResponseWords.NEXT_HOLDER.contain(field.parentName());
  }

  /** Whether the name is one for a position that the server hands out. */
  static boolean isCursor(AnswerField field) {
    return ResponseWords.CURSOR.contain(field.name());
  }

  private static boolean isNext(AnswerField field) {
    boolean cursor = isCursor(field);
    boolean after = ResponseWords.CURSOR_IN_ENVELOPE.contain(field.name())
        && field.path().size() > 1
        && Envelopes.isEnvelope(field.parent().get(field.path().size() - 2));
    return saysNext(field) || cursor || after;
  }

  private static boolean isValue(AnswerField field) {
    boolean date = field.shape().format().startsWith("date");
    return !field.shape().isBoolean() && (!date || field.name().matches("(?:next|end)?cursor"));
  }

  /**
   * Deep in a body a next field is the business of some object, unless envelopes or the items lead
   * to it.
   */
  private static boolean isReachable(AnswerField field, Answer answer) {
    boolean envelopes = Envelopes.areEnvelopes(field.parent());
    boolean besideItems = field.path().size() <= 3
        && answer.arrays().stream().anyMatch(array -> array.isBeside(field));
    return envelopes || besideItems;
  }

  /** {@return a flag that says whether more follow; negated for one that says it is over} */
  Optional<EndFlag> endFlag() {
    Optional<EndFlag> more =
        flag(ResponseWords.MORE).map(field -> new EndFlag(field.jsonPath(), false));
    return more.or(
        () -> flag(ResponseWords.LAST).map(field -> new EndFlag(field.jsonPath(), true)));
  }

  private Optional<AnswerField> flag(Names names) {
    return answer.scalars().stream()
        .filter(field ->
            field.shape().isBoolean() && names.contain(field.name()) && isReachable(field, answer))
        .findFirst();
  }

  /** {@return whether a field speaks of the page before} */
  boolean hasPrevious() {
    return answer.scalars().stream()
        .anyMatch(field -> ResponseWords.PREVIOUS.contain(field.name())
            || ResponseWords.PREVIOUS.contain(field.parentName()));
  }

  /**
   * {@return the number of items in all pages}
   *
   * <p>A bare {@code count} may be that of this page: it is a total where prose says so, or beside
   * links to the pages around, as some frameworks write it.
   */
  Optional<AnswerField> total() {
    return number(ResponseWords.TOTAL)
        .or(() -> number(ResponseWords.COUNT)
            .filter(count -> hasPrevious() || Prose.isAboutTotals(count.shape().description())));
  }

  /** {@return a number of items, of all or of this page} */
  Optional<AnswerField> count() {
    return total().or(() -> number(ResponseWords.COUNT));
  }

  /** {@return the number of pages} */
  Optional<AnswerField> totalPages() {
    return number(ResponseWords.TOTAL_PAGES);
  }

  /**
   * {@return the field that repeats what was asked for: {@code page} in the answer to {@code page}}
   */
  Optional<AnswerField> echo(RequestField asked) {
    String core = asked.core().name();
    return number(Names.of(core + " current" + core + " number"));
  }

  private Optional<AnswerField> number(Names names) {
    return answer.scalars().stream()
        .filter(field -> !field.path().isEmpty() && !field.shape().isBoolean())
        .filter(field -> field.shape().isInteger()
            || field.shape().isUntyped()
            || field.shape().isString())
        .filter(field -> names.contain(field.name()) && isReachable(field, answer))
        .findFirst();
  }
}
