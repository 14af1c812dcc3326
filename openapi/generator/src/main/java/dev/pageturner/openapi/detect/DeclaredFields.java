package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an answer declares outside its arrays, however deep: where an owner says which
 * field is meant, it may be in any object, while {@link Answer} looks into envelopes only.
 */
final class DeclaredFields {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_FIELDS = 4_000;

  private final List<AnswerField> found = new ArrayList<>();

  private DeclaredFields() {}

  /** {@return the fields of an operation's answer, the answer itself first} */
  static List<AnswerField> of(Operation operation) {
    DeclaredFields fields = new DeclaredFields();
    body(operation).ifPresent(body -> fields.add(List.of(), body));
    return fields.found;
  }

  /** {@return the field of an operation's answer to which names lead} */
  static Optional<Shape> at(Operation operation, List<String> path) {
    Optional<Shape> shape = body(operation);
    for (String name : path) {
      shape = shape.map(object -> object.members().get(name));
    }
    return shape;
  }

  private static Optional<Shape> body(Operation operation) {
    return operation.success().flatMap(Response::body).flatMap(Content::schema).map(Shape::of);
  }

  private void add(List<String> path, Shape shape) {
    if (found.size() >= MAX_FIELDS || path.size() > MAX_DEPTH) {
      return;
    }
    found.add(new AnswerField(path, shape));
    shape.members().forEach((name, member) -> {
      List<String> longer = new ArrayList<>(path);
      longer.add(name);
      add(longer, member);
    });
  }
}
