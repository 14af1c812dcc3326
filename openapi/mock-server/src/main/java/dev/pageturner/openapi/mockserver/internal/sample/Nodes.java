package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that stand in a document, as JSON. */
public final class Nodes {
  private static final int MOST_DIGITS = 1_000;

  private Nodes() {}

  /** {@return a node as JSON} */
  public static RawJson json(Node node) {
    if (node instanceof ObjectNode object) {
      Map<String, RawJson> members = new LinkedHashMap<>();
      object.members().forEach((name, member) -> members.put(name, json(member)));
      return RawJson.ofObject(members);
    }
    if (node instanceof ArrayNode array) {
      List<RawJson> elements = array.elements().stream().map(Nodes::json).toList();
      return RawJson.ofArray(elements);
    }
    return scalar((ScalarNode) node);
  }

  private static RawJson scalar(ScalarNode node) {
    return switch (node.kind()) {
      case STRING -> RawJson.of(node.value());
      case NUMBER -> number(node.value());
      case BOOLEAN -> RawJson.of(node.isTrue());
      case NULL -> RawJson.ofNull();
    };
  }

  /** YAML writes numbers that JSON does not have, such as 0x1F or .inf, or of endless digits. */
  private static RawJson number(String text) {
    if (text.length() > MOST_DIGITS) {
      return RawJson.of(text);
    }
    try {
      return RawJson.parse(text);
    } catch (IllegalArgumentException e) {
      return RawJson.of(text);
    }
  }
}
