package dev.pageturner.openapi.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a response that say where the next page is, whether there is one, and how many.
 *
 * <p>What prose contradicts is none of them: a {@code total} of this page, a {@code complete} of an
 * order, the {@code next} step of some work.
 */
final class ResponseSignals {
  private static final int MAX_DEPTH = 4;

  /** {@code odata.nextLink}, {@code nextPageToken}, {@code next}: and what it may say it holds. */
  private static final Pattern NEXT = Pattern.compile("(?:%s)?next(?:%s)*"
      .formatted(alternatives(WordRole.BEFORE_NEXT), alternatives(WordRole.HELD)));

  private final Answer answer;
  private final List<RequestField> request;
  private final List<AnswerField> next;

  ResponseSignals(Answer answer, List<RequestField> request) {
    this.answer = answer;
    this.request = request;
    this.next = next(answer);
  }

  private static String alternatives(WordRole role) {
    return Vocabulary.entries().stream()
        .filter(entry -> entry.role() == role)
        .map(Vocabulary.Entry::word)
        .collect(Collectors.joining("|"));
  }

  /** {@return fields that may hold the next position, a cursor or a URL} */
  List<AnswerField> next() {
    return next;
  }

  private static List<AnswerField> next(Answer answer) {
    Stream<AnswerField> keys = answer.objects().stream()
        .filter(field -> Vocabulary.of(WordRole.GIVEN_OBJECT).contain(field.name()));
    return Stream.concat(answer.scalars().stream(), keys)
        .filter(field -> !field.path().isEmpty()
            && isNext(field)
            && isValue(field)
            && !isOtherNext(field)
            && isReachable(field, answer))
        .toList();
  }

  /** The next step of some work, by its prose: a bare {@code next} whose prose isn't of pages. */
  private static boolean isOtherNext(AnswerField field) {
    String prose = field.shape().description();
    boolean bare = field.name().matches("next")
        && !field.parentName().matches("links?")
        && !prose.isBlank()
        && !field.shape().isInteger();
    return Prose.isOfOtherNext(prose)
        || (bare
            && !Prose.isAboutMore(prose)
            && !Prose.isAboutUrls(prose)
            && !Prose.isAboutCursors(prose)
            && !Prose.isAboutPages(prose));
  }

  /**
   * {@return fields that only this request field makes a position: "next" before its own name}
   *
   * <p>Text of the same name is one, too, if the name is that of a cursor; of any other it is what
   * was asked for, repeated.
   */
  Stream<AnswerField> successors(RequestField asked) {
    String name = asked.core().name().joined();
    boolean cursor = RequestRoles.isCursor(asked);
    return answer.scalars().stream()
        .filter(field -> !field.path().isEmpty() && !next.contains(field))
        .filter(field -> field.name().joined().equals("next" + name)
            || (field.name().joined().equals(name)
                && ((cursor && field.shape().isString())
                    || Prose.isGivingNext(field.shape().description())))
            || PairScore.isSaid(asked, field))
        .filter(field -> isValue(field) && isReachable(field, answer));
  }

  /**
   * Whether the name says "next" itself or stands in an object that does: {@code next.after},
   * {@code _links.next.href}.
   */
  static boolean saysNext(AnswerField field) {
    return isNamedNext(field.name()) || insideNext(field);
  }

  private static boolean isNamedNext(Name name) {
    boolean held = name.has("next")
        && (name.has("token") || Vocabulary.of(WordRole.GIVEN_CURSOR).containPartOf(name))
        && name.words().get(0).equals("next");
    return held || NEXT.matcher(name.joined()).matches();
  }

  static boolean insideNext(AnswerField field) {
    return Vocabulary.of(WordRole.NEXT_HOLDER).contain(field.parentName());
  }

  /** Whether the name is one for a position that the server hands out. */
  static boolean isCursor(AnswerField field) {
    return Vocabulary.of(WordRole.GIVEN_CURSOR).contain(field.name());
  }

  private static boolean isNext(AnswerField field) {
    boolean after = Vocabulary.of(WordRole.GIVEN_IN_ENVELOPE).contain(field.name())
        && field.path().size() > 1
        && Envelopes.isEnvelope(field.parent().get(field.path().size() - 2));
    return saysNext(field) || isCursor(field) || after || isNextByProse(field);
  }

  /** A name that says nothing, described as the place of the next page. */
  static boolean isNextByProse(AnswerField field) {
    return field.shape().isString() && Prose.isGivingNext(field.shape().description());
  }

  private static boolean isValue(AnswerField field) {
    boolean date = field.shape().format().startsWith("date");
    return !field.shape().isBoolean() && (!date || field.name().has("cursor"));
  }

  /**
   * Deep in a body a next field is the business of some object, unless envelopes or the items lead
   * to it.
   */
  private static boolean isReachable(AnswerField field, Answer answer) {
    return Envelopes.areEnvelopes(field.parent())
        || (field.path().size() <= MAX_DEPTH
            && answer.arrays().stream().anyMatch(array -> isInReach(field, array)));
  }

  /** Whether what lies between the array's object and the field's is mere envelopes, or facts. */
  private static boolean isInReach(AnswerField field, AnswerField array) {
    int depth = array.parent().size();
    List<String> parent = field.parent();
    return !array.path().isEmpty()
        && parent.size() >= depth
        && parent.subList(0, depth).equals(array.parent())
        && Envelopes.areEnvelopes(parent.subList(depth, parent.size()));
  }

  /**
   * {@return a flag that says whether more follow; negated for one that says it is over}
   *
   * <p>An exact one goes first. A vague word may be of something else: it counts if its prose says
   * so, or beside other facts about pages where nothing says where the next page is.
   *
   * @param leads whether the answer says where the next page is
   */
  Optional<EndFlag> endFlag(boolean leads) {
    return exactFlag().or(() -> guessedFlag(leads));
  }

  /** {@return a flag that can mean nothing else} */
  Optional<EndFlag> exactFlag() {
    return flag(WordRole.MORE, this::isExact, false)
        .or(() -> flag(WordRole.END, this::isExact, true));
  }

  private Optional<EndFlag> guessedFlag(boolean leads) {
    return leads
        ? Optional.empty()
        : flag(WordRole.MORE, this::isAmongFacts, false)
            .or(() -> flag(WordRole.END, this::isAmongFacts, true));
  }

  private Optional<EndFlag> flag(
      WordRole role, BiPredicate<AnswerField, WordRole> believed, boolean negated) {
    return answer.scalars().stream()
        .filter(field -> field.shape().isBoolean()
            && Vocabulary.of(role).contain(field.name())
            && isReachable(field, answer)
            && believed.test(field, role))
        .map(field -> new EndFlag(field.jsonPath(), negated))
        .findFirst();
  }

  private boolean isExact(AnswerField field, WordRole role) {
    return !Vocabulary.vague(role).contain(field.name())
        || Prose.isAboutMore(field.shape().description());
  }

  /** One fact about pages beside it is a second witness, prose about something else is none. */
  private boolean isAmongFacts(AnswerField field, WordRole role) {
    return field.shape().description().isBlank()
        && (answer.names(field.parent()).contains("first")
            || Envelopes.holdsFacts(answer.names(field.parent()))
            || (!field.parent().isEmpty() && Envelopes.areEnvelopes(field.parent())));
  }

  /** {@return whether a field speaks of the page before} */
  boolean hasPrevious() {
    Names previous = Vocabulary.of(WordRole.PREVIOUS);
    return answer.scalars().stream().anyMatch(field -> previous.contain(field.name()));
  }

  /**
   * {@return the number of items in all pages}
   *
   * <p>A bare {@code count} may be that of this page: it is a total where prose says so, or beside
   * links to the pages around, as some frameworks write it.
   */
  Optional<AnswerField> total() {
    return number(Vocabulary.of(WordRole.TOTAL)::contain)
        .or(() -> number(this::isTotalOfNoun))
        .or(() -> numbers(Vocabulary.of(WordRole.COUNT)::contain)
            .filter(count -> !Prose.isOfThisPage(count.shape().description()))
            .filter(this::isCountOfAll)
            .findFirst())
        .or(() -> numbers(name -> true)
            .filter(field -> field.shape().isInteger()
                && Prose.isTotal(field.shape().description())
                && !Prose.isOfThisPage(field.shape().description()))
            .findFirst());
  }

  private boolean isCountOfAll(AnswerField count) {
    String prose = count.shape().description();
    return count.key().startsWith("@")
        || Prose.isAboutTotals(prose)
        || (prose.isBlank() && isBesidePrevious(count));
  }

  /** Frameworks write a bare count beside the links to the pages around. */
  private boolean isBesidePrevious(AnswerField count) {
    Names previous = Vocabulary.of(WordRole.PREVIOUS);
    return answer.scalars().stream()
        .anyMatch(field -> field.isBeside(count)
            && previous.contain(field.name())
            && !field.shape().isInteger()
            && UrlSigns.of(field) != UrlSigns.NOT_A_URL);
  }

  /** {@code total_players} beside {@code players}, {@code artist-count} beside {@code artists}. */
  private boolean isTotalOfNoun(Name name) {
    List<String> rest = name.words().stream()
        .filter(word -> !word.matches("total|count|number|of"))
        .toList();
    boolean counts = name.has("total") || name.has("count");
    return counts
        && !rest.isEmpty()
        && answer.arrays().stream()
            .anyMatch(array ->
                Name.of(String.join(" ", rest)).singular().equals(array.name().singular()));
  }

  /** {@return a number of items, of all or of this page} */
  Optional<AnswerField> count() {
    return total().or(() -> numbers(Vocabulary.of(WordRole.COUNT)::contain).findFirst());
  }

  /** {@return the number of pages} */
  Optional<AnswerField> totalPages() {
    return number(Vocabulary.of(WordRole.TOTAL_PAGES)::contain);
  }

  /**
   * {@return the field that repeats what was asked for: {@code page} in the answer to {@code page}}
   */
  Optional<AnswerField> echo(RequestField asked) {
    String core = asked.core().name().joined();
    return answer.scalars().stream()
        .filter(field -> !field.path().isEmpty() && !field.shape().isBoolean())
        .filter(field -> field.name().matches(core + "|current" + core + "|number"))
        .filter(field -> isReachable(field, answer))
        .findFirst();
  }

  /** Numbers of this page, of money or of bytes count no items. */
  private Optional<AnswerField> number(Predicate<Name> names) {
    return numbers(names)
        .filter(field -> !Prose.isOfThisPage(field.shape().description())
            && !Prose.isOfMoney(field.shape().description()))
        .findFirst();
  }

  private Stream<AnswerField> numbers(Predicate<Name> names) {
    return answer.scalars().stream()
        .filter(field -> !field.path().isEmpty() && !field.shape().isBoolean())
        .filter(field -> isWholeNumber(field.shape()))
        .filter(field -> names.test(nameOfNumber(field)) && isReachable(field, answer))
        .filter(field -> request.stream().noneMatch(asked -> isEchoOfFilter(asked, field)));
  }

  /** Search engines wrap it: {@code total: {value: 9}}. */
  private static Name nameOfNumber(AnswerField field) {
    boolean wrapped = field.name().matches("value") && field.parentName().matches("total");
    return wrapped ? field.parentName() : field.name();
  }

  private static boolean isWholeNumber(Shape shape) {
    return !shape.format().matches("float|double|decimal|ur[il].*|date.*|iri.*");
  }

  /** A filter by {@code total} comes back as it was sent. */
  private static boolean isEchoOfFilter(RequestField asked, AnswerField field) {
    return asked.name().equals(field.key())
        && !RequestRoles.isSize(asked)
        && !RequestRoles.isPosition(asked)
        && asked.shape().isInteger();
  }
}
