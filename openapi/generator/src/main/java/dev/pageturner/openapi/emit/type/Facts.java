package dev.pageturner.openapi.emit.type;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Part;
import dev.pageturner.openapi.model.Reach;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is said about one value by schemas that hold together: themselves, what they refer to,
 * the parts of their {@code allOf}. Where two of them speak of one thing the narrower one counts.
 * Alternatives stay apart.
 */
final class Facts {
  private final List<Schema> schemas;
  private final List<Part> parts;
  private final Set<Schema> decided;

  private Facts(List<Schema> schemas, List<Part> parts, Set<Schema> decided) {
    this.schemas = schemas;
    this.parts = parts;
    this.decided = decided;
  }

  /**
   * A member of an object.
   *
   * @param schemas what is said about its value
   * @param home the named schema in which it is written first
   */
  record Member(List<Schema> schemas, Schema home) {}

  static Facts of(List<Schema> schemas) {
    return of(schemas, Set.of());
  }

  /** {@return the facts, without the alternatives of those schemas of which one was chosen} */
  static Facts of(List<Schema> schemas, Set<Schema> decided) {
    return new Facts(List.copyOf(schemas), Part.of(schemas, Reach.CERTAIN), decided);
  }

  /** {@return these facts and those of the alternative that was chosen of {@code decidedNow}} */
  Facts with(Schema decidedNow, Schema chosen) {
    List<Schema> all = new ArrayList<>(schemas);
    all.add(chosen);
    Set<Schema> allDecided = new LinkedHashSet<>(decided);
    allDecided.add(decidedNow);
    return of(all, allDecided);
  }

  List<Schema> schemas() {
    return parts.stream().map(Part::schema).toList();
  }

  /** {@return the types that are left, without null; empty if none is named} */
  Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    for (Part part : parts) {
      Set<String> named = part.schema().types();
      if (types.isEmpty()) {
        types.addAll(named);
      } else if (!named.isEmpty()) {
        Set<String> both = new LinkedHashSet<>(types);
        both.retainAll(named);
        // Schemas that contradict each other: the first one is the nearest.
        types = both.isEmpty() ? types : both;
      }
    }
    return types;
  }

  Optional<String> format() {
    return parts.stream().flatMap(part -> part.schema().format().stream()).findFirst();
  }

  /** {@return the shortest list of allowed values, without null} */
  List<ScalarNode> values() {
    List<ScalarNode> shortest = List.of();
    for (Part part : parts) {
      List<ScalarNode> values = scalars(part.schema().enumValues());
      if (!values.isEmpty() && (shortest.isEmpty() || values.size() < shortest.size())) {
        shortest = values;
      }
    }
    return shortest;
  }

  private static List<ScalarNode> scalars(List<Node> values) {
    List<ScalarNode> scalars = new ArrayList<>();
    for (Node value : values) {
      if (!(value instanceof ScalarNode scalar)) {
        return List.of();
      }
      if (scalar.kind() != ScalarNode.Kind.NULL) {
        scalars.add(scalar);
      }
    }
    return scalars;
  }

  /** {@return the properties, those of the first part of {@code allOf} first} */
  Map<String, Member> properties() {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Part part : parts) {
      part.schema()
          .properties()
          .forEach((name, schema) ->
              members.merge(name, new Member(List.of(schema), part.home()), Facts::merged));
    }
    return members;
  }

  private static Member merged(Member one, Member other) {
    List<Schema> schemas = new ArrayList<>(one.schemas);
    schemas.addAll(other.schemas);
    return new Member(List.copyOf(schemas), one.home);
  }

  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.addAll(part.schema().required()));
    return names;
  }

  /** {@return what is said about the elements of an array} */
  List<Schema> elements() {
    return parts.stream().flatMap(part -> part.schema().items().stream()).toList();
  }

  /**
   * {@return whether members are allowed for whose names there is no property, in so many words}
   */
  boolean isOpen() {
    return parts.stream().anyMatch(part -> isOpen(part.schema()));
  }

  private static boolean isOpen(Schema schema) {
    Optional<ObjectNode> node = schema.node().asObject();
    return node.isPresent()
        && (node.get().flag("additionalProperties")
            || node.get().get("additionalProperties") instanceof ObjectNode
            || node.get().has("patternProperties"));
  }

  /** {@return what is said about the values of members for whose names there is no property} */
  List<Schema> memberValues() {
    List<Schema> values = new ArrayList<>();
    for (Part part : parts) {
      part.schema().additionalProperties().ifPresent(values::add);
      values.addAll(part.schema().named("patternProperties").values());
    }
    return values;
  }

  /** {@return of how many schemas an alternative was chosen} */
  int decisions() {
    return decided.size();
  }

  /** {@return the schema whose {@code oneOf} or {@code anyOf} is still to be decided} */
  Optional<Schema> undecided() {
    return parts.stream()
        .map(Part::schema)
        .filter(schema -> !decided.contains(schema) && !alternatives(schema).isEmpty())
        .findFirst();
  }

  /** {@return the alternatives that say something about the value, other than being null} */
  static List<Schema> alternatives(Schema schema) {
    List<Schema> alternatives = new ArrayList<>(schema.oneOf());
    alternatives.addAll(schema.anyOf());
    return alternatives.stream().filter(Keywords::saySomething).toList();
  }

  boolean isNullable() {
    return parts.stream().anyMatch(part -> part.schema().nullable() || hasNull(part.schema()));
  }

  private static boolean hasNull(Schema schema) {
    return schema.oneOf().stream().anyMatch(Keywords::isNull)
        || schema.anyOf().stream().anyMatch(Keywords::isNull);
  }

  boolean flag(String keyword) {
    return parts.stream().anyMatch(part -> part.schema().flag(keyword));
  }

  /** {@return whether the value is deprecated, by what is said right where it is} */
  boolean isDeprecated() {
    return schemas.stream().anyMatch(schema -> schema.flag("deprecated"));
  }

  Optional<String> description() {
    return text("description");
  }

  /** {@return the text that stands in the schema itself, not in what it refers to} */
  Optional<String> ownText(String keyword) {
    return schemas.get(schemas.size() - 1).node().asObject().flatMap(node -> node.text(keyword));
  }

  private Optional<String> text(String keyword) {
    return parts.stream()
        .flatMap(part -> part.schema().node().asObject().stream())
        .flatMap(node -> node.text(keyword).stream())
        .findFirst();
  }
}
