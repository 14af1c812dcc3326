package dev.pageturner.openapi.generator;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The least that a schema takes, as JSON: an object has its required members only. */
final class MinimalJson {
  private static final int DEEPEST = 10;

  private MinimalJson() {}

  static String of(Schema schema) {
    return of(schema, 0);
  }

  private static String of(Schema schema, int depth) {
    Schema target = schema.target();
    Optional<Node> said =
        target.defaultValue().or(() -> target.enumValues().stream().findFirst());
    if (said.isPresent() && said.get() instanceof ScalarNode scalar) {
      return scalar.kind() == ScalarNode.Kind.STRING ? quoted(scalar.value()) : scalar.value();
    }
    Schema one = target.oneOf().stream()
        .findFirst()
        .or(() -> target.anyOf().stream().findFirst())
        .orElse(null);
    if (depth > DEEPEST) {
      return "null";
    } else if (one != null && target.properties().isEmpty()) {
      return of(one, depth + 1);
    }
    return ofType(target, depth);
  }

  private static String ofType(Schema target, int depth) {
    Set<String> types = target.types();
    if (types.contains("string")) {
      return quoted(text(target));
    } else if (types.contains("integer") || types.contains("number")) {
      return target.number("minimum").orElse("1");
    } else if (types.contains("boolean")) {
      return "true";
    } else if (types.contains("array") || target.items().isPresent()) {
      boolean some =
          target.number("minItems").filter(least -> !least.equals("0")).isPresent();
      return some && target.items().isPresent()
          ? "[" + of(target.items().get(), depth + 1) + "]"
          : "[]";
    }
    Map<String, String> members = new LinkedHashMap<>();
    collect(target, members, depth);
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static void collect(Schema target, Map<String, String> members, int depth) {
    for (String name : target.required()) {
      Schema member = target.properties().get(name);
      if (member != null && !members.containsKey(name)) {
        members.put(name, of(member, depth + 1));
      }
    }
    if (depth <= DEEPEST) {
      target.allOf().forEach(part -> collect(part.target(), members, depth + 1));
    }
  }

  private static String text(Schema target) {
    return switch (target.format().orElse("")) {
      case "date-time" -> "2026-01-02T03:04:05Z";
      case "date" -> "2026-01-02";
      case "uuid" -> "00000000-0000-4000-8000-000000000001";
      case "uri", "url" -> "https://example.com/";
      case "email" -> "ada@example.com";
      case "byte" -> "AQID";
      default -> "1".repeat(target.number("minLength").map(MinimalJson::length).orElse(1));
    };
  }

  private static int length(String least) {
    return least.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(least) : 1;
  }

  private static String quoted(String text) {
    return RawJson.of(text).text();
  }
}
