package dev.pageturner.openapi.model;

/** Follows references; what can't be followed is an empty object, reported as a problem. */
@FunctionalInterface
public interface Refs {
  /**
   * {@return the node that {@code holder}'s {@code $ref} leads to at last, {@code holder} if it has
   * none}
   */
  Node follow(Node holder);
}
