package dev.pageturner.openapi.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object or YAML mapping, its members in written order. */
public final class ObjectNode extends Node {
  private final Map<String, Node> members;

  /** Makes an object of a copy of {@code members}. */
  public ObjectNode(Place place, Map<String, Node> members) {
    super(place);
    this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** {@return the members in written order} */
  public Map<String, Node> members() {
    return members;
  }

  /** {@return the member, or null without it} */
  public @Nullable Node get(String key) {
    return members.get(key);
  }

  /** {@return whether the member is there, be it null} */
  public boolean has(String key) {
    return members.containsKey(key);
  }

  /** {@return the text of a scalar member that is not null} */
  public Optional<String> text(String key) {
    return Optional.ofNullable(members.get(key)).flatMap(Node::text);
  }

  /** {@return whether the member is the boolean true} */
  public boolean flag(String key) {
    return members.get(key) instanceof ScalarNode scalar && scalar.isTrue();
  }

  /** {@return the member if it is an object} */
  public Optional<ObjectNode> object(String key) {
    return Optional.ofNullable(members.get(key)).flatMap(Node::asObject);
  }

  /** {@return the elements of an array member, empty for anything else} */
  public List<Node> list(String key) {
    return members.get(key) instanceof ArrayNode array ? array.elements() : List.of();
  }

  @Override
  public Optional<ObjectNode> asObject() {
    return Optional.of(this);
  }
}
