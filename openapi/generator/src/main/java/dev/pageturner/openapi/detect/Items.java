package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items among the arrays of a response. An array counts for more when its name is an
 * envelope's ({@code data}) or the operation's own noun ({@code repositories} of
 * {@code /v2/repositories}), when it holds objects, when it stands beside the next signal, and when
 * little lies above it.
 */
final class Items {
  private static final Names ENVELOPE = Names.of("""
      data items results? values? entries records list elements contents? rows objects resources
      nodes edges hits collection entities member hydramember docs documents entry page payload response
      searchresults resultset array datalist itemlist resourcelist
      """);
  private static final Names ASIDE = Names.of("""
      errors? warnings? links? included facets? aggregations? schemas? unreachables?
      messages?error (?:response)?metadata meta paging pagination pageinfo filters? sort sorts columns fields failures? failed.*
      notices? breadcrumbs? suggestions? highlights? tagsets? pages unprocessed.* details
      buckets orderby params parameters expands? inlinecount headers? debug relationships scope
      scopes permissions actions rels?
      """);

  /** Of those, sets of things that an API may list as well. */
  private static final Names SET = Names.of("""
      aggregations? schemas? fields columns tagsets? suggestions? parameters buckets relationships
      scopes permissions actions
      """);

  private static final Pattern BETWEEN = Pattern.compile("[/?#:.]");
  private static final Names WRAPPING = Names.of("""
      embedded data d response results? hits body payload collection output page
      """);

  private final Answer answer;
  private final List<Name> nouns;
  private final boolean hasOnlyMember;

  /**
   * A path that ends in a variable names one thing, whose arrays may be mere parts unless a size is
   * asked.
   */
  private final boolean single;

  Items(Operation operation, Answer answer, boolean sized) {
    this.answer = answer;
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
    return best(arrays(near), near, single ? 0 : -3)
        .or(() -> best(answer.maps(), near, 0))
        .or(() -> best(undescribed(), near, 0));
  }

  /** A body that has a next field is no bare array, though one of its alternatives may be. */
  private List<AnswerField> arrays(@Nullable AnswerField near) {
    List<AnswerField> within =
        answer.arrays().stream().filter(array -> !array.path().isEmpty()).toList();
    return near == null || within.isEmpty() ? answer.arrays() : within;
  }

  private List<AnswerField> undescribed() {
    return answer.scalars().stream()
        .filter(field -> field.shape().isUntyped() && ENVELOPE.contain(field.name()))
        .toList();
  }

  private Optional<AnswerField> best(
      List<AnswerField> fields, @Nullable AnswerField near, double atLeast) {
    AnswerField best = null;
    double highest = atLeast;
    for (AnswerField field : fields) {
      double score = score(field, near);
      if (score > highest) {
        best = field;
        highest = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private double score(AnswerField array, @Nullable AnswerField near) {
    if (array.path().isEmpty()) {
      return 100;
    }
    Name name = array.name();
    double noun = nounScore(name);
    double score = noun - 1.5 * depth(array);
    score += ENVELOPE.contain(name) ? 4 : 0;
    score -= ASIDE.contain(name) && noun < 4 && !isOnlyList(array) ? 8 : 0;
    score += array.shape().element().filter(Shape::isObject).isPresent() ? 2 : 0;
    score += near != null && array.isBeside(near) ? 2 : 0;
    score += Prose.isAboutPages(array.shape().description()) ? 1 : 0;
    return score;
  }

  /** What stands aside of other lists may be the list where there is no other. */
  private boolean isOnlyList(AnswerField array) {
    return answer.arrays().size() == 1 && SET.contain(array.name());
  }

  /** How much lies above the array; mere wrapping counts for less. */
  private int depth(AnswerField array) {
    int depth = 0;
    for (String key : array.parent()) {
      boolean wraps = WRAPPING.contain(Name.of(key)) || (depth == 0 && hasOnlyMember);
      depth += wraps ? 1 : 3;
    }
    return depth;
  }

  /** The later a noun stands in the path, the more the answer is about it. */
  private double nounScore(Name name) {
    double score = 0;
    for (int i = 0; i < nouns.size(); i++) {
      double later = 0.5 * (i + 1) / nouns.size();
      score = Math.max(score, likeness(name, nouns.get(i)) + later);
    }
    return score < 1 ? 0 : score;
  }

  private static double likeness(Name name, Name noun) {
    if (noun.singular().equals(name.singular())) {
      return 4.5;
    }
    boolean ends =
        noun.singular().endsWith(name.singular()) || name.singular().endsWith(noun.singular());
    if (ends) {
      return 3;
    }
    return noun.joined().contains(name.singular()) ? 1.5 : 0;
  }
}
