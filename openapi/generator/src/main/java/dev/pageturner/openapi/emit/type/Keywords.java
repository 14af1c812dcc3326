package dev.pageturner.openapi.emit.type;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.Set;

/** Which words of a schema decide about a type, and which only describe or check a value. */
final class Keywords {
  private static final Set<String> TYPES = Set.of(
      "type",
      "format",
      "properties",
      "items",
      "allOf",
      "oneOf",
      "anyOf",
      "enum",
      "const",
      "patternProperties");

  private Keywords() {}

  /** {@return whether the schema, or what it refers to, says more about a value than "null"} */
  static boolean saySomething(Schema schema) {
    return schema.ref().isPresent() || (decide(schema) && !isNull(schema));
  }

  /** {@return whether the schema itself, apart from its reference, decides about the type} */
  static boolean decide(Schema schema) {
    return schema.node().asObject().filter(Keywords::decides).isPresent();
  }

  /** {@return whether a reference has neighbours that say more than what kind of thing it is} */
  static boolean addToReference(Schema schema) {
    return schema.node().asObject().stream()
        .filter(Keywords::decides)
        .flatMap(node -> node.members().keySet().stream())
        .anyMatch(key -> TYPES.contains(key) && !key.equals("type") && !key.equals("format"));
  }

  private static boolean decides(ObjectNode node) {
    return node.members().keySet().stream().anyMatch(TYPES::contains)
        || node.get("additionalProperties") instanceof ObjectNode
        || node.flag("additionalProperties");
  }

  /** {@return whether the schema has no other value than null} */
  static boolean isNull(Schema schema) {
    Schema target = schema.target();
    boolean nullType = target.types().isEmpty()
        && target.nullable()
        && !target.flag("nullable")
        && target.node().asObject().filter(node -> node.has("type")).isPresent();
    boolean nullValue = !target.enumValues().isEmpty()
        && target.enumValues().stream()
            .allMatch(value ->
                value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL);
    return nullType || nullValue;
  }

  /** {@return whether the schema says nothing but "an object", which others say better} */
  static boolean isBareObject(Schema schema) {
    return schema.ref().isEmpty()
        && schema.types().equals(Set.of("object"))
        && schema.node().asObject().stream()
            .flatMap(node -> node.members().keySet().stream())
            .noneMatch(key -> TYPES.contains(key) && !key.equals("type"))
        && schema.additionalProperties().isEmpty();
  }
}
