package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.ClassName;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.model.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas have a name, and which class it becomes. Those of the document are named at once,
 * so that their names do not depend on what is asked for; those of other files when a reference
 * leads to them.
 */
final class SchemaNames {
  private static final Set<String> PLACES = Set.of(
      "schema",
      "items",
      "additionalProperties",
      "allOf",
      "oneOf",
      "anyOf",
      "not",
      "properties",
      "");

  private final ClassNames names;
  private final Map<Schema, ClassName> known = new HashMap<>();
  private final Map<Schema, String> written = new HashMap<>();

  SchemaNames(ClassNames names, Map<String, Schema> schemas) {
    this.names = names;
    Map<String, ClassName> claimed = new LinkedHashMap<>();
    // A name that is one in Java already goes before those that become the same.
    schemas.keySet().stream()
        .filter(name -> JavaNames.className(name).equals(name))
        .forEach(name -> claimed.put(name, names.topLevel(name)));
    schemas.keySet().stream()
        .filter(name -> !claimed.containsKey(name))
        .forEach(name -> claimed.put(name, names.topLevel(name)));
    claimed.forEach((name, type) -> put(schemas.get(name), name, type));
    claimed.forEach((name, type) -> putTarget(schemas.get(name), name, type));
  }

  private void putTarget(@Nullable Schema schema, String name, ClassName type) {
    put(schema == null ? null : schema.target(), name, type);
  }

  private void put(@Nullable Schema schema, String name, ClassName type) {
    if (schema != null && known.putIfAbsent(schema, type) == null) {
      written.put(schema, name);
    }
  }

  /** Hears of a schema that something refers to, which may name it by its place. */
  void hear(Schema target) {
    if (!known.containsKey(target)) {
      String name = target.placeName();
      if (!PLACES.contains(name) && !name.matches("[0-9]+")) {
        put(target, name, names.topLevel(name));
      }
    }
  }

  Optional<ClassName> of(Schema schema) {
    return Optional.ofNullable(known.get(schema));
  }

  /** {@return the name as the document writes it} */
  Optional<String> written(Schema schema) {
    return Optional.ofNullable(written.get(schema));
  }
}
