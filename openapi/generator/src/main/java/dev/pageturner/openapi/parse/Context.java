package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Refs;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.model.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every reader of a part needs.
 *
 * @param refs follows references
 * @param schemas the table of schemas
 * @param problems what is wrong
 * @param unread what nothing is made of
 */
record Context(Refs refs, Schemas schemas, Problems problems, UnreadMembers unread) {

  /** {@return the object at {@code node} or behind its reference} */
  Optional<ObjectNode> object(Node node) {
    return refs.follow(node).asObject();
  }

  /** {@return prose; some documents keep it in a file of its own, behind a reference} */
  Optional<String> prose(ObjectNode object, String key) {
    return Optional.ofNullable(object.get(key)).map(refs::follow).flatMap(Node::text);
  }

  Optional<Schema> schema(ObjectNode object, String key) {
    return Optional.ofNullable(object.get(key)).map(schemas::at);
  }

  /** {@return the objects under {@code key} by name, each followed to its target} */
  Map<String, ObjectNode> objects(ObjectNode object, String key) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    Optional.ofNullable(object.get(key))
        .flatMap(this::object)
        .ifPresent(members -> members
            .members()
            .forEach((name, value) -> object(value).ifPresent(target -> found.put(name, target))));
    return found;
  }

  static List<String> texts(List<Node> nodes) {
    return nodes.stream().flatMap(node -> node.text().stream()).toList();
  }
}
