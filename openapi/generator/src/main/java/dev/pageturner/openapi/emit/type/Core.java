package dev.pageturner.openapi.emit.type;

import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The schemas that matter among those that hold for one value: {@code allOf} around a reference and
 * a description is what is referred to, {@code anyOf} of a schema and null is that schema.
 */
final class Core {
  private final SchemaNames names;
  private final Set<Schema> found = new HashSet<>();
  private final Set<Schema> core = new LinkedHashSet<>();

  private Core(SchemaNames names) {
    this.names = names;
  }

  /** {@return what matters} */
  static List<Schema> of(List<Schema> schemas, SchemaNames names) {
    Core core = new Core(names);
    schemas.forEach(core::expand);
    return core.withoutBareObjects();
  }

  /**
   * {@return what matters within a schema that has a name, which it keeps unless it is an alias}
   */
  static List<Schema> within(Schema schema, SchemaNames names) {
    Core core = new Core(names);
    core.found.add(schema);
    core.expandWritten(schema);
    return core.withoutBareObjects();
  }

  private List<Schema> withoutBareObjects() {
    List<Schema> rest =
        core.stream().filter(schema -> !Keywords.isBareObject(schema)).toList();
    return rest.isEmpty() ? core.stream().limit(1).toList() : rest;
  }

  private void expand(Schema schema) {
    if (!found.add(schema)) {
      return;
    }
    if (schema.ref().isPresent() && !Keywords.addToReference(schema)) {
      names.hear(schema.target());
      found.add(schema.target());
      core.add(schema.target());
    } else if (names.of(schema).isPresent()) {
      core.add(schema);
    } else {
      expandWritten(schema);
    }
  }

  private void expandWritten(Schema schema) {
    List<Schema> around = around(schema);
    if (around.isEmpty()) {
      if (Keywords.decide(schema)) {
        core.add(schema);
      }
    } else {
      around.forEach(this::expand);
    }
  }

  /** {@return the schemas that a schema does nothing but put together; empty if it does more} */
  private static List<Schema> around(Schema schema) {
    List<Schema> alternatives = Facts.alternatives(schema);
    boolean oneAlternative = alternatives.size() == 1;
    List<String> deciding = schema.node().asObject().stream()
        .flatMap(node -> node.members().keySet().stream())
        .filter(key -> Set.of("properties", "items", "enum", "const", "patternProperties", "format")
            .contains(key))
        .toList();
    if (!deciding.isEmpty() || schema.additionalProperties().isPresent()) {
      return List.of();
    }
    if (alternatives.isEmpty()) {
      return schema.allOf();
    }
    if (oneAlternative && schema.ref().isEmpty()) {
      List<Schema> all = new ArrayList<>(schema.allOf());
      all.addAll(alternatives);
      return all;
    }
    return List.of();
  }
}
