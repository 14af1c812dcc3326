package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Reach;
import dev.pageturner.openapi.model.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that must hold for one value: the schemas, what they refer to, and the parts of their
 * {@code allOf}. The choices of {@code oneOf} and {@code anyOf} are left open.
 */
final class Merged {
  /**
   * One choice that is still open.
   *
   * @param holder the schema that has it
   * @param keyword {@code oneOf} or {@code anyOf}
   */
  record Choice(Schema holder, String keyword) {
    /** {@return the alternatives, without the holder itself, which would decide nothing} */
    List<Schema> alternatives() {
      return (keyword.equals("oneOf") ? holder.oneOf() : holder.anyOf())
          .stream().filter(alternative -> alternative.target() != holder).toList();
    }
  }

  private final List<Schema> parts;
  private final List<Choice> made;

  private Merged(List<Schema> parts, List<Choice> made) {
    this.parts = parts;
    this.made = made;
  }

  static Merged of(List<Schema> schemas) {
    return new Merged(Schema.parts(schemas, Reach.CERTAIN), List.of());
  }

  /** {@return the schemas that all hold} */
  List<Schema> parts() {
    return parts;
  }

  /** {@return how many choices were made} */
  int decisions() {
    return made.size();
  }

  /**
   * {@return a choice that has not been made yet; where one of the alternatives must hold anyway,
   * it is made}
   */
  Optional<Choice> open() {
    return parts.stream()
        .flatMap(part -> Stream.of(new Choice(part, "oneOf"), new Choice(part, "anyOf")))
        .filter(choice -> !made.contains(choice))
        .filter(choice -> !choice.alternatives().isEmpty()
            && choice.alternatives().stream().noneMatch(this::holds))
        .findFirst();
  }

  private boolean holds(Schema alternative) {
    Schema target = alternative.target();
    return parts.stream().anyMatch(part -> part == target);
  }

  /** {@return what must hold once that alternative was chosen} */
  Merged with(Choice choice, Schema alternative) {
    List<Choice> choices = new ArrayList<>(made);
    choices.add(choice);
    List<Schema> schemas = new ArrayList<>(parts);
    schemas.add(alternative);
    return new Merged(Schema.parts(schemas, Reach.CERTAIN), choices);
  }

  /** {@return the types that all parts allow, without null; empty if none names one} */
  Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    for (Schema part : parts) {
      Set<String> own = part.types();
      if (types.isEmpty()) {
        types.addAll(own);
      } else if (!own.isEmpty()) {
        narrow(types, own);
      }
    }
    return types;
  }

  private static void narrow(Set<String> types, Set<String> own) {
    if (types.contains("number") && own.contains("integer")) {
      types.add("integer");
    }
    types.removeIf(
        type -> !own.contains(type) && !(type.equals("integer") && own.contains("number")));
  }

  /**
   * {@return whether null is a value}
   *
   * @param keyword whether {@code nullable: true} means anything
   */
  boolean isNullable(boolean keyword) {
    return parts.stream().anyMatch(part -> keyword ? part.nullable() : listsNull(part))
        && parts.stream().allMatch(part -> SchemaCheck.accepts(part, RawJson.ofNull()));
  }

  private static boolean listsNull(Schema part) {
    return part.node().asObject().stream()
        .flatMap(node -> node.list("type").stream())
        .anyMatch(type -> type.text().filter("null"::equals).isPresent());
  }

  /** {@return the members, each with all that is said about it} */
  Map<String, List<Schema>> properties() {
    Map<String, List<Schema>> found = new LinkedHashMap<>();
    parts.forEach(part -> part.properties()
        .forEach((name, schema) ->
            found.computeIfAbsent(name, same -> new ArrayList<>()).add(schema)));
    return found;
  }

  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.addAll(part.required()));
    return names;
  }

  List<Schema> children(Function<Schema, Optional<Schema>> child) {
    return parts.stream().flatMap(part -> child.apply(part).stream()).toList();
  }

  boolean isClosed() {
    return parts.stream().anyMatch(Schema::closed);
  }

  boolean has(String keyword) {
    return parts.stream()
        .anyMatch(
            part -> part.node().asObject().filter(node -> node.has(keyword)).isPresent());
  }

  /** {@return the values that every part with an {@code enum} or {@code const} allows} */
  Optional<List<RawJson>> values() {
    return parts.stream()
        .map(part -> part.enumValues().stream().map(Nodes::json).toList())
        .filter(values -> !values.isEmpty())
        .reduce(
            (one, other) -> one.stream().filter(new HashSet<>(other)::contains).toList());
  }

  Optional<String> text(String keyword) {
    return parts.stream().flatMap(part -> part.number(keyword).stream()).findFirst();
  }

  /** {@return the numbers that the parts give for a keyword} */
  Stream<BigDecimal> numbers(String keyword) {
    return parts.stream()
        .flatMap(part -> part.number(keyword).stream())
        .filter(text -> text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?"))
        .map(BigDecimal::new);
  }

  int atLeast(String keyword) {
    return numbers(keyword)
        .map(number -> number.min(BigDecimal.valueOf(Integer.MAX_VALUE)))
        .mapToInt(BigDecimal::intValue)
        .max()
        .orElse(0);
  }

  int atMost(String keyword) {
    return numbers(keyword)
        .filter(number -> number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
        .mapToInt(BigDecimal::intValue)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** {@return the values that the document shows, the nearest first} */
  List<RawJson> examples() {
    List<RawJson> found = new ArrayList<>();
    parts.forEach(part -> part.node().asObject().ifPresent(node -> {
      Node example = node.get("example");
      if (example != null) {
        found.add(Nodes.json(example));
      }
      node.list("examples").forEach(one -> found.add(Nodes.json(one)));
    }));
    return found;
  }
}
