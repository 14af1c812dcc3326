package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an operation answers when all is well: the values in its body, flat, and its headers. */
final class Answer {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_FIELDS = 4_000;

  private final List<AnswerField> arrays = new ArrayList<>();
  private final List<AnswerField> maps = new ArrayList<>();
  private final List<AnswerField> scalars = new ArrayList<>();
  private final List<AnswerField> objects = new ArrayList<>();
  private final Map<String, Response.Header> headers;
  private final boolean described;
  private final boolean open;
  private final boolean hasBody;
  private int fields;

  private Answer(Optional<Response> response) {
    headers = response.map(Response::headers).orElse(Map.of());
    Optional<Shape> body =
        response.flatMap(Response::body).flatMap(Content::schema).map(Shape::of);
    body.ifPresent(shape -> walk(List.of(), shape, new HashSet<>(), false));
    described =
        body.filter(shape -> shape.isArray() || !shape.members().isEmpty()).isPresent();
    open = body.filter(Shape::isOpen).isPresent() && arrays.isEmpty() && objects.size() < 2;
    hasBody = response.filter(one -> !one.content().isEmpty()).isPresent();
  }

  static Answer of(Operation operation) {
    return new Answer(operation.success());
  }

  /** {@return the arrays, the body itself with an empty path if it is one} */
  List<AnswerField> arrays() {
    return arrays;
  }

  /** {@return the objects of which only the kind of their values is said} */
  List<AnswerField> maps() {
    return maps;
  }

  /** {@return texts, numbers, booleans, and values of which the type isn't said} */
  List<AnswerField> scalars() {
    return scalars;
  }

  /** {@return whether the body itself is an array} */
  boolean isBareArray() {
    return arrays.stream().anyMatch(array -> array.path().isEmpty());
  }

  /** {@return the names in the object at {@code path}} */
  Set<String> names(List<String> path) {
    Set<String> names = new HashSet<>();
    for (List<AnswerField> fields : List.of(scalars, arrays, maps, objects)) {
      fields.stream()
          .filter(field -> !field.path().isEmpty() && field.parent().equals(path))
          .forEach(field -> names.add(field.key()));
    }
    return names;
  }

  /** {@return the objects, envelopes among them} */
  List<AnswerField> objects() {
    return objects;
  }

  Map<String, Response.Header> headers() {
    return headers;
  }

  /** {@return whether the document says what the body holds} */
  boolean isDescribed() {
    return described;
  }

  /**
   * {@return whether the document says that the body holds more than the flat values it describes}
   */
  boolean isOpen() {
    return open;
  }

  /** {@return whether there is a body, described or not} */
  boolean hasBody() {
    return hasBody;
  }

  private void walk(List<String> path, Shape shape, Set<Object> open, boolean onlyMember) {
    if (++fields > MAX_FIELDS) {
      return;
    }
    AnswerField field = new AnswerField(path, shape);
    if (shape.isArray()) {
      arrays.add(field);
    }
    if (shape.isObject()) {
      objects.add(field);
    }
    if (shape.isScalar() || shape.isUntyped()) {
      scalars.add(field);
    }
    if (shape.values().isPresent() && !path.isEmpty()) {
      maps.add(field);
    }
    if (path.size() < MAX_DEPTH && isNew(shape, open) && (onlyMember || isPart(path, shape))) {
      descend(path, shape, open);
    }
  }

  /** The body itself, envelopes in it, and pages that are called otherwise. */
  private static boolean isPart(List<String> path, Shape shape) {
    return path.isEmpty()
        || Envelopes.isEnvelope(path.get(path.size() - 1))
        || Envelopes.holdsPage(shape.memberNames());
  }

  private void descend(List<String> path, Shape shape, Set<Object> open) {
    Set<Object> inside = new HashSet<>(open);
    inside.addAll(shape.parts());
    Map<String, Shape> members = shape.members();
    // The only member of a body wraps the answer, whatever it is called.
    boolean onlyMember = path.isEmpty() && members.size() == 1;
    members.forEach((name, member) -> {
      List<String> longer = new ArrayList<>(path);
      longer.add(name);
      walk(longer, member, inside, onlyMember);
    });
  }

  /** A schema inside itself is not entered again. */
  private static boolean isNew(Shape shape, Set<Object> open) {
    return shape.parts().stream().noneMatch(part -> part.ref().isEmpty() && open.contains(part));
  }
}
