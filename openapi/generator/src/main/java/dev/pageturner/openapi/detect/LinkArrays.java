package dev.pageturner.openapi.detect;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Links in an array, each with its relation: {@code links: [{rel: next, href: …}]}. The one whose
 * relation is next is a next URL where the document says so: by the values of the relation, an
 * example or prose.
 */
final class LinkArrays {
  private LinkArrays() {}

  /** {@return where the URL of the link to the next page is, if the answer has such links} */
  static Optional<String> next(Candidate candidate) {
    return candidate.answer().arrays().stream()
        .filter(array -> array.name().words().stream().anyMatch(word -> word.matches("links?")))
        .flatMap(array -> next(array, candidate).stream())
        .findFirst();
  }

  private static Optional<String> next(AnswerField array, Candidate candidate) {
    Optional<Shape> link = array.shape().element();
    Optional<String> relation = link.flatMap(shape -> member(shape, "rel|relation|relationship"));
    Optional<String> url = link.flatMap(shape -> member(shape, "href|url|uri"));
    boolean told = relation
        .flatMap(name -> link.map(shape -> shape.members().get(name)))
        .filter(rel -> isNext(rel) || saysNext(candidate, array))
        .isPresent();
    return told && url.isPresent()
        ? Optional.of(array.jsonPath() + "[?" + relation.get() + "=next]." + url.get())
        : Optional.empty();
  }

  private static Optional<String> member(Shape shape, String names) {
    return shape.memberNames().stream()
        .filter(name -> Name.of(name).matches(names))
        .findFirst();
  }

  private static boolean isNext(Shape relation) {
    return relation.example().equals("next")
        || Prose.isRelationNext(relation.description())
        || relation.parts().stream()
            .flatMap(part -> part.enumValues().stream())
            .anyMatch(value -> value.text().filter("next"::equals).isPresent());
  }

  private static boolean saysNext(Candidate candidate, AnswerField array) {
    return Stream.of(candidate.prose(), array.shape().description())
        .anyMatch(text -> Prose.isFollowingNextLink(text) || Prose.isRelationNext(text));
  }
}
