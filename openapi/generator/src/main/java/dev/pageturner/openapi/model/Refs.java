package dev.pageturner.openapi.model;

import java.util.Optional;

/** Follows references; what can't be followed is an empty object, reported as a problem. */
public interface Refs {
  /**
   * {@return the node that {@code holder}'s {@code $ref} leads to at last, {@code holder} if it has
   * none}
   */
  Node follow(Node holder);

  /**
   * {@return the node that the mapping of a discriminator names, by the name of a schema or by a
   * reference; empty, and reported as a problem, if there is none}
   */
  Optional<Node> mapped(Node target);
}
