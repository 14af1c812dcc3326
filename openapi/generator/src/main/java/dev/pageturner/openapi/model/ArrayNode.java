package dev.pageturner.openapi.model;

import java.util.List;

/** A JSON array or YAML sequence. */
public final class ArrayNode extends Node {
  private final List<Node> elements;

  /** Makes an array of a copy of {@code elements}. */
  public ArrayNode(Place place, List<Node> elements) {
    super(place);
    this.elements = List.copyOf(elements);
  }

  /** {@return the elements in written order} */
  public List<Node> elements() {
    return elements;
  }
}
