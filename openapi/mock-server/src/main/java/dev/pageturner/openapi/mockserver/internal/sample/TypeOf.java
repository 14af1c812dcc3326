package dev.pageturner.openapi.mockserver.internal.sample;

import java.util.List;
import java.util.Set;

/** Which type a value takes, also where the document leaves it to be guessed. */
final class TypeOf {
  private static final List<String> PREFERRED =
      List.of("object", "array", "string", "integer", "number", "boolean");

  private TypeOf() {}

  /** {@return a type of JSON Schema, or {@code any}} */
  static String schema(Merged schema) {
    Set<String> types = schema.types();
    if (types.isEmpty()) {
      return untyped(schema);
    }
    return PREFERRED.stream().filter(types::contains).findFirst().orElse("string");
  }

  private static String untyped(Merged schema) {
    if (schema.has("properties") || schema.has("additionalProperties") || schema.has("required")) {
      return "object";
    }
    if (schema.has("items")) {
      return "array";
    }
    if (schema.has("minimum") || schema.has("maximum") || schema.has("multipleOf")) {
      return "number";
    }
    if (schema.has("pattern") || schema.has("format") || schema.has("maxLength")) {
      return "string";
    }
    return schema.parts().stream().anyMatch(TypeOf::isNull) ? "null" : "any";
  }

  private static boolean isNull(dev.pageturner.openapi.model.Schema part) {
    return part.types().isEmpty()
        && part.node().asObject().filter(node -> node.has("type")).isPresent();
  }
}
