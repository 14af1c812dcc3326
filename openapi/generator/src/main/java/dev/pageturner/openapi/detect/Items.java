package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items among the arrays of a response. An array counts for more when its name is an
 * envelope's ({@code data}) or the operation's own noun ({@code repositories} of
 * {@code /v2/repositories}), when it holds objects, when it stands beside the next signal, and when
 * little lies above it.
 *
 * <p>An answer that is one object has parts and no items, however many arrays it has.
 */
final class Items {
  private static final Pattern BETWEEN = Pattern.compile("[/?#:.]");

  private final Operation operation;
  private final Answer answer;
  private final List<RequestField> request;
  private final List<Name> nouns;
  private final boolean hasOnlyMember;

  /**
   * A path that ends in a variable names one thing, whose arrays may be mere parts unless a size is
   * asked.
   */
  private final boolean single;

  Items(Operation operation, Answer answer, List<RequestField> request, boolean sized) {
    this.operation = operation;
    this.answer = answer;
    this.request = request;
    this.nouns = nouns(operation);
    this.hasOnlyMember = answer.names(List.of()).size() == 1;
    this.single = operation.path().endsWith("}") && !sized;
  }

  private static List<Name> nouns(Operation operation) {
    Stream<String> path = BETWEEN
        .splitAsStream(operation.path())
        .filter(segment -> !segment.isEmpty() && !segment.contains("{"));
    Stream<String> id = operation.id().stream();
    return Stream.concat(id, path).map(Name::of).toList();
  }

  /**
   * {@return the most likely items; {@code near} is the next signal or total they should stand
   * beside}
   *
   * <p>Where there is no array, the values of a map or an envelope whose type isn't said will do.
   */
  Optional<AnswerField> find(@Nullable AnswerField near) {
    Sign atLeast = single ? Sign.PART_OF_ONE : Sign.ANY_ARRAY;
    return best(arrays(near), near, atLeast)
        .or(() -> best(answer.maps(), near, Sign.PART_OF_ONE))
        .or(() -> best(undescribed(), near, Sign.PART_OF_ONE));
  }

  /** A body that has a next field is no bare array, though one of its alternatives may be. */
  private List<AnswerField> arrays(@Nullable AnswerField near) {
    return answer.arrays().stream()
        .filter(array -> near == null || !array.path().isEmpty())
        .toList();
  }

  private List<AnswerField> undescribed() {
    return answer.scalars().stream()
        .filter(field ->
            field.shape().isUntyped() && Vocabulary.of(WordRole.LISTED).contain(field.name()))
        .toList();
  }

  private Optional<AnswerField> best(
      List<AnswerField> fields, @Nullable AnswerField near, Sign atLeast) {
    List<AnswerField> ranked = fields.stream()
        .filter(field -> !isPartOfOneObject(field))
        .filter(field -> score(field, near) > atLeast.weight())
        .sorted(Comparator.comparingDouble((AnswerField field) -> score(field, near))
            .reversed())
        .toList();
    return isOpen(ranked, near) ? Optional.empty() : ranked.stream().findFirst();
  }

  /** Of several arrays that nothing names, none is the list: which one would be a guess. */
  private boolean isOpen(List<AnswerField> ranked, @Nullable AnswerField near) {
    if (ranked.size() < 2) {
      return false;
    }
    AnswerField first = ranked.get(0);
    boolean named = nounScore(first.name()) > 0
        || Vocabulary.of(WordRole.LISTED).contain(first.name())
        || isNamedInProse(first);
    double lead = score(first, null) - score(ranked.get(1), null);
    boolean twins = lead == 0 && isTwin(first, ranked.get(1));
    return twins || (!named && near == null && lead < Sign.A_NOUN.weight());
  }

  /** {@code tracks.items} and {@code artists.items}: two lists in one answer. */
  private static boolean isTwin(AnswerField one, AnswerField other) {
    return one.key().equals(other.key()) && !one.isBeside(other);
  }

  /** Whether the prose of the operation or of its page size speaks of what the array holds. */
  private boolean isNamedInProse(AnswerField array) {
    String prose =
        operation.summary().orElse("") + " " + operation.description().orElse("");
    Stream<String> sizes = request.stream()
        .filter(RequestRoles::isSize)
        .flatMap(
            size -> Stream.of(size.description(), String.join(" ", size.words().words())));
    return array.key().length() > 2
        && Stream.concat(Stream.of(prose), sizes).anyMatch(text -> Prose.names(text, array.name()));
  }

  /**
   * Whether an array belongs to the one thing that the path names: it ends in a variable, and
   * beside the array stands what tells that thing from others.
   */
  private boolean isPartOfOneObject(AnswerField array) {
    if (array.path().isEmpty() || !operation.path().endsWith("}")) {
      return false;
    }
    return !Vocabulary.of(WordRole.LISTED).contain(array.name())
        && !isFiltered(array)
        && answer.scalars().stream()
            .filter(field -> field.isAbove(array))
            .anyMatch(this::isIdentity);
  }

  /** Who can say which elements are to come is given a list, be it inside of one thing. */
  private boolean isFiltered(AnswerField array) {
    Set<String> members = array.shape().element().map(Shape::memberNames).orElseGet(() -> Set.of());
    Set<String> beside = answer.names(array.parent());
    return request.stream()
        .filter(asked -> !RequestRoles.isPosition(asked) && !RequestRoles.isSize(asked))
        .anyMatch(asked -> members.contains(asked.name()) && !beside.contains(asked.name()));
  }

  /** What a caller may filter by is the list's and no thing's. */
  private boolean isIdentity(AnswerField field) {
    return Vocabulary.of(WordRole.IDENTITY).contain(field.name())
        && request.stream().noneMatch(asked -> asked.name().equals(field.key()));
  }

  private double score(AnswerField array, @Nullable AnswerField near) {
    if (array.path().isEmpty()) {
      return Sign.WHOLE_BODY.weight();
    }
    Name name = array.name();
    double noun = nounScore(name);
    boolean named = Vocabulary.of(WordRole.LISTED).contain(name);
    boolean objects = array.shape().element().filter(Shape::isObject).isPresent();
    return noun
        + Sign.LEVEL.weight() * depth(array)
        + weight(Sign.CALLED_ITEMS, named)
        + weight(Sign.ASIDE, isAside(array, noun))
        + weight(Sign.OBJECTS, objects)
        + weight(Sign.BESIDE_NEXT, near != null && array.isBeside(near))
        + weight(Sign.NAMED_IN_PROSE, noun == 0 && !named && isNamedInProse(array))
        + weight(Sign.PROSE_OF_ARRAY, Prose.isAboutPages(array.shape().description()));
  }

  private static double weight(Sign sign, boolean seen) {
    return seen ? sign.weight() : 0;
  }

  /** What stands aside of other lists may be the list where there is no other. */
  private boolean isAside(AnswerField array, double noun) {
    boolean only = answer.arrays().size() == 1 && Vocabulary.of(WordRole.SET).contain(array.name());
    return Vocabulary.of(WordRole.ASIDE).contain(array.name())
        && noun < Sign.CALLED_ITEMS.weight()
        && !only;
  }

  /** How much lies above the array; mere wrapping counts for less. */
  private int depth(AnswerField array) {
    int depth = 0;
    for (String key : array.parent()) {
      boolean wraps =
          Vocabulary.of(WordRole.WRAPPING).contain(Name.of(key)) || (depth == 0 && hasOnlyMember);
      depth += wraps ? 1 : (int) Sign.LEVELS_OF_A_THING.weight();
    }
    return depth;
  }

  /** The later a noun stands in the path, the more the answer is about it. */
  private double nounScore(Name name) {
    double score = 0;
    for (int i = 0; i < nouns.size(); i++) {
      double later = Sign.LATER_NOUN.weight() * (i + 1) / nouns.size();
      score = Math.max(score, likeness(name, nouns.get(i)) + later);
    }
    return score < Sign.A_NOUN.weight() ? 0 : score;
  }

  private static double likeness(Name name, Name noun) {
    if (noun.singular().equals(name.singular())) {
      return Sign.NOUN.weight();
    }
    boolean ends =
        noun.singular().endsWith(name.singular()) || name.singular().endsWith(noun.singular());
    if (ends) {
      return Sign.NOUN_IN_PART.weight();
    }
    return noun.joined().contains(name.singular()) ? Sign.NOUN_INSIDE.weight() : 0;
  }
}
