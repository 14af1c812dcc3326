package dev.pageturner.openapi.model;

/** How far the schemas that speak of one value are collected; see {@link Schema#parts(Reach)}. */
public enum Reach {
  /** What must hold: the schema, what its reference leads to, and the parts of {@code allOf}. */
  CERTAIN,
  /** What must or may hold: the alternatives of {@code oneOf} and {@code anyOf}, too. */
  POSSIBLE
}
