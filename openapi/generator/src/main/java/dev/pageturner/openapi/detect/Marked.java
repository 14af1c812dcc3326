package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Fields that the document marks with an extension, at a parameter, a member or a header.
 *
 * @param candidate the operation
 * @param extension the name of the extension
 * @param mark whether an object has the mark
 */
record Marked(Candidate candidate, String extension, Predicate<ObjectNode> mark) {
  /** {@return the marked parameter, or field of the body} */
  Optional<RequestField> request() {
    Optional<RequestField> parameter = candidate.operation().parameters().stream()
        .filter(one -> mark.test(one.node()))
        .map(Parameter::name)
        .flatMap(name -> candidate.field(name).stream())
        .findFirst();
    return parameter.or(
        () -> candidate.request().stream().filter(field -> has(field.shape())).findFirst());
  }

  /** {@return the marked value or array in the answer} */
  Optional<AnswerField> answer() {
    if (!candidate.conventions().answerExtensions().contains(extension)) {
      return Optional.empty();
    }
    return DeclaredFields.of(candidate.operation()).stream()
        .filter(field -> has(field.shape()))
        .findFirst();
  }

  /** {@return the marked header of the answer, as a finding has it} */
  Optional<String> header() {
    return candidate.answer().headers().entrySet().stream()
        .filter(header -> has(header.getValue()))
        .map(header -> "header:" + header.getKey())
        .findFirst();
  }

  /** {@return the marked member of an item} */
  Optional<String> member(AnswerField items) {
    return items.shape().element().stream()
        .flatMap(element -> element.members().entrySet().stream())
        .filter(member -> has(member.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean has(Response.Header header) {
    return header.schema().filter(schema -> has(Shape.of(schema))).isPresent();
  }

  private boolean has(Shape shape) {
    return shape.parts().stream()
        .flatMap(part -> part.node().asObject().stream())
        .anyMatch(mark);
  }
}
