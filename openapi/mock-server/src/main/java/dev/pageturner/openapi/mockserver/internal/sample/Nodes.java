package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.Json;
import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that stand in a document, as JSON. */
public final class Nodes {
  private Nodes() {}

  /** {@return a node as JSON} */
  public static Json json(Node node) {
    if (node instanceof ObjectNode object) {
      Map<String, Json> members = new LinkedHashMap<>();
      object.members().forEach((name, member) -> members.put(name, json(member)));
      return Json.ofObject(members);
    }
    if (node instanceof ArrayNode array) {
      List<Json> elements = array.elements().stream().map(Nodes::json).toList();
      return Json.ofArray(elements);
    }
    return scalar((ScalarNode) node);
  }

  private static Json scalar(ScalarNode node) {
    return switch (node.kind()) {
      case STRING -> Json.of(node.value());
      case NUMBER -> number(node.value());
      case BOOLEAN -> Json.of(node.isTrue());
      case NULL -> Json.ofNull();
    };
  }

  /** YAML writes numbers that JSON does not have, such as 0x1F or .inf. */
  private static Json number(String text) {
    try {
      return Json.parse(text);
    } catch (IllegalArgumentException e) {
      return Json.of(text);
    }
  }
}
