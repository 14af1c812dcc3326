package dev.pageturner.openapi.model;

import java.util.Optional;

/**
 * A value of a document as it was written: an object, an array or a scalar.
 *
 * <p>Nodes are immutable and equal only to themselves, so that they can stand for their place.
 */
public abstract sealed class Node permits ObjectNode, ArrayNode, ScalarNode {
  private final Place place;

  Node(Place place) {
    this.place = place;
  }

  /** {@return where the node was written} */
  public final Place place() {
    return place;
  }

  /** {@return where the node was written, in words} */
  public final Location location() {
    return place.location();
  }

  /** {@return the text of a scalar that is not null} */
  public Optional<String> text() {
    return Optional.empty();
  }

  /** {@return this node if it is an object} */
  public Optional<ObjectNode> asObject() {
    return Optional.empty();
  }
}
