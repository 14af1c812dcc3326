package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Reach;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a document says about one value, wherever it says it: the schema, what its reference
 * leads to, the parts of {@code allOf}, the alternatives of {@code oneOf} and {@code anyOf}.
 *
 * <p>{@code allOf: [{$ref: list}, {description: …}]} around an array is an array, and an envelope
 * that is one of two alternatives still has its members.
 */
final class Shape {
  private final List<Schema> parts;

  private Shape(List<Schema> parts) {
    this.parts = parts;
  }

  static Shape of(Schema schema) {
    return of(List.of(schema));
  }

  static Shape of(List<Schema> schemas) {
    return new Shape(Schema.parts(schemas, Reach.POSSIBLE));
  }

  /** {@return the schemas that make up the value} */
  List<Schema> parts() {
    return parts;
  }

  /** {@return the members, each with all that is said about it} */
  Map<String, Shape> members() {
    Map<String, List<Schema>> said = new LinkedHashMap<>();
    parts.forEach(part -> part.properties()
        .forEach((name, schema) ->
            said.computeIfAbsent(name, same -> new ArrayList<>()).add(schema)));
    Map<String, Shape> members = new LinkedHashMap<>();
    said.forEach((name, schemas) -> members.put(name, of(schemas)));
    return members;
  }

  Set<String> memberNames() {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.addAll(part.properties().keySet()));
    return names;
  }

  boolean isArray() {
    return parts.stream()
        .anyMatch(part -> part.types().contains("array") || part.items().isPresent());
  }

  boolean isObject() {
    return parts.stream()
        .anyMatch(part -> part.types().contains("object") || !part.properties().isEmpty());
  }

  /** {@return whether the value may be text or a number} */
  boolean isScalar() {
    return types().stream().anyMatch(type -> !type.equals("array") && !type.equals("object"));
  }

  boolean isInteger() {
    return isScalar()
        && types().stream()
            .filter(type -> !type.equals("object"))
            .allMatch(type -> type.equals("integer") || type.equals("number"));
  }

  boolean isString() {
    return types().contains("string");
  }

  boolean isBoolean() {
    return types().contains("boolean");
  }

  /** {@return whether the document says nothing about the type} */
  boolean isUntyped() {
    return types().isEmpty() && !isArray() && !isObject();
  }

  /** {@return an object of which only the kind of its values is said: a map} */
  Optional<Shape> values() {
    List<Schema> values =
        parts.stream().flatMap(part -> part.additionalProperties().stream()).toList();
    return values.isEmpty() || !members().isEmpty() ? Optional.empty() : Optional.of(of(values));
  }

  /** {@return whether it says in so many words that it has other members than those it names} */
  boolean isOpen() {
    return parts.stream()
        .anyMatch(part ->
            part.node().asObject().stream().anyMatch(node -> node.flag("additionalProperties")));
  }

  Optional<Shape> element() {
    List<Schema> elements =
        parts.stream().flatMap(part -> part.items().stream()).toList();
    return elements.isEmpty() ? Optional.empty() : Optional.of(of(elements));
  }

  Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    parts.forEach(part -> types.addAll(part.types()));
    return types;
  }

  String format() {
    return parts.stream().flatMap(part -> part.format().stream()).findFirst().orElse("");
  }

  /** {@return everything that is said in prose, the nearest first} */
  String description() {
    StringBuilder all = new StringBuilder();
    parts.forEach(part -> part.node()
        .asObject()
        .flatMap(node -> node.text("description"))
        .ifPresent(text -> all.append(text).append(' ')));
    return all.toString();
  }

  /**
   * {@return the first example that is text or a number}
   *
   * <p>The word {@code string} is none: Swagger UI shows it where nobody wrote an example.
   */
  String example() {
    return parts.stream()
        .flatMap(part -> part.node().asObject().stream())
        .flatMap(node -> node.text("example").stream())
        .filter(text -> !text.equals("string"))
        .findFirst()
        .orElse("");
  }

  /** {@return whether the document marks the value as deprecated, where it stands} */
  boolean isDeprecated() {
    return parts.stream()
        .limit(1)
        .anyMatch(
            part -> part.node().asObject().stream().anyMatch(node -> node.flag("deprecated")));
  }

  /** {@return whether it can have but a few given values} */
  boolean isEnum() {
    return parts.stream().anyMatch(part -> !part.enumValues().isEmpty());
  }

  Optional<Long> number(String keyword) {
    return parts.stream()
        .flatMap(part -> part.number(keyword).stream())
        .filter(text -> text.matches("-?[0-9]{1,18}"))
        .map(Long::valueOf)
        .findFirst();
  }
}
