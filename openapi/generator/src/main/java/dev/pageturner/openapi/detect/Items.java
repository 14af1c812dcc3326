package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
      data items results? values? entries records list elements content rows objects resources
      nodes edges hits collection entities member hydramember docs documents entry page payload response
      searchresults resultset array datalist itemlist resourcelist
      """);
  private static final Names ASIDE = Names.of("""
      errors? warnings? links? included facets? aggregations? schemas? unreachables?
      messages?error metadata meta filters? sort sorts columns fields failures? failed.*
      notices? breadcrumbs? suggestions? highlights? tagsets? pages unprocessed.* details
      buckets orderby params parameters expands? inlinecount headers? debug relationships scope
      scopes permissions actions rels?
      """);

  private final Answer answer;
  private final List<Name> nouns;

  Items(Operation operation, Answer answer) {
    this.answer = answer;
    this.nouns = nouns(operation);
  }

  private static List<Name> nouns(Operation operation) {
    Stream<String> path = Stream.of(operation.path().split("[/?#:]"))
        .filter(segment -> !segment.isEmpty() && !segment.contains("{"));
    Stream<String> id = operation.id().stream();
    return Stream.concat(path, id).map(Name::of).toList();
  }

  /**
   * {@return the most likely items; {@code near} is the next signal or total they should stand
   * beside}
   */
  Optional<AnswerField> find(@Nullable AnswerField near) {
    Optional<AnswerField> best = answer.arrays().stream()
        .filter(array -> score(array, near) > -3)
        .max(Comparator.comparingDouble(
            array -> score(array, near) - 0.001 * answer.arrays().indexOf(array)));
    return best.or(() -> answer.maps().stream()
        .filter(map -> map.path().size() <= 2 && score(map, near) > 0)
        .findFirst());
  }

  private double score(AnswerField array, @Nullable AnswerField near) {
    if (array.path().isEmpty()) {
      return 100;
    }
    Name name = array.name();
    double score = -1.5 * depth(array);
    score += ENVELOPE.contain(name) ? 4 : 0;
    score += ASIDE.contain(name) ? -8 : 0;
    score += nounScore(name);
    score += array.shape().element().filter(Shape::isObject).isPresent() ? 2 : 0;
    score += near != null && array.isBeside(near) ? 2 : 0;
    score += Prose.isAboutPages(array.shape().description()) ? 1 : 0;
    return score;
  }

  /** Levels above the array that are not mere wrapping. */
  private static int depth(AnswerField array) {
    return (int) array.parent().stream()
                .filter(
                    key -> !Name.of(key)
                        .matches(
                            "embedded|data|d|response|result|results|hits|body|payload|collection|output|page"))
                .count()
            * 2
        + array.parent().size();
  }

  private double nounScore(Name name) {
    double score = 0;
    for (int i = 0; i < nouns.size(); i++) {
      score = Math.max(score, nounScore(name, nouns.get(i)));
    }
    return score;
  }

  private static double nounScore(Name name, Name noun) {
    if (noun.singular().equals(name.singular())) {
      return 5;
    }
    boolean ends =
        noun.singular().endsWith(name.singular()) || name.singular().endsWith(noun.singular());
    return ends ? 3.5 : noun.joined().contains(name.singular()) ? 2 : 0;
  }
}
