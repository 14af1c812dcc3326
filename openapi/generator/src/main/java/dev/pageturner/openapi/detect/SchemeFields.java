package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a scheme says of a request or an answer: fields by name, those in objects by path. A field's
 * purpose is said beside it, or follows from its type and name where nobody says it.
 *
 * @param all the fields, in written order
 */
record SchemeFields(List<Field> all) {
  private static final Set<String> NUMBERS = Set.of("integer", "number");
  private static final int MAX_DEPTH = 20;

  /**
   * A field.
   *
   * @param path the names that lead to it; none for the answer itself
   * @param node what the scheme says of it
   */
  record Field(List<String> path, ObjectNode node) {
    String key() {
      return path.isEmpty() ? "" : path.get(path.size() - 1);
    }

    Optional<String> header() {
      return mark().flatMap(mark -> mark.text("from_header"));
    }

    private Optional<ObjectNode> mark() {
      return node.object(StainlessExtension.NAME);
    }

    private Optional<String> purpose() {
      return mark().flatMap(mark -> mark.text("purpose"));
    }

    private String type() {
      return node.text("type").orElse("");
    }
  }

  static SchemeFields of(Optional<ObjectNode> written) {
    List<Field> fields = new ArrayList<>();
    written.ifPresent(object -> add(object.members(), List.of(), fields));
    return new SchemeFields(List.copyOf(fields));
  }

  private static void add(Map<String, Node> members, List<String> around, List<Field> fields) {
    members.forEach((name, value) -> value.asObject().ifPresent(node -> {
      List<String> path = new ArrayList<>(around);
      path.add(name);
      boolean whole = node.object(StainlessExtension.NAME)
          .filter(mark -> mark.flag("is_top_level_array"))
          .isPresent();
      fields.add(new Field(whole ? List.of() : List.copyOf(path), node));
      if (path.size() < MAX_DEPTH) {
        node.object("properties").ifPresent(inside -> add(inside.members(), path, fields));
      }
    }));
  }

  Optional<Field> withPurpose(String purpose) {
    return all.stream()
        .filter(field -> field.purpose().filter(purpose::equals).isPresent())
        .findFirst();
  }

  /** {@return the only field that may be meant: one of that name, of no other purpose} */
  Optional<Field> named(String names) {
    return unmarked(field -> field.key().matches(names) && !field.type().equals("array"));
  }

  /** {@return the first field that is text} */
  Optional<Field> text() {
    return unmarked(field -> field.type().equals("string"));
  }

  Optional<Field> array() {
    return unmarked(field -> field.type().equals("array"));
  }

  /** {@return the first number that is not the position} */
  Optional<Field> number(Optional<Field> position) {
    return unmarked(field ->
        NUMBERS.contains(field.type()) && position.filter(field::equals).isEmpty());
  }

  private Optional<Field> unmarked(Predicate<Field> wanted) {
    return all.stream()
        .filter(field -> field.purpose().isEmpty())
        .filter(wanted)
        .findFirst();
  }

  /** {@return the member of the items by which the next page is asked for} */
  static Optional<String> itemId(Field items) {
    Optional<ObjectNode> members =
        items.node().object("items").flatMap(item -> item.object("properties"));
    return of(members).withPurpose("cursor_item_id").map(field -> String.join(".", field.path()));
  }
}
