package dev.pageturner.openapi.model;

import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The schemas of a document, one object for each node: a recursive schema meets itself.
 *
 * <p>Not safe for use by several threads.
 */
public final class Schemas {
  private final IdentityHashMap<Node, Schema> known = new IdentityHashMap<>();
  private final Refs refs;

  /** Makes an empty table whose schemas follow their references through {@code refs}. */
  public Schemas(Refs refs) {
    this.refs = refs;
  }

  /** {@return the schema written at {@code node}, the same one for the same node} */
  public Schema at(Node node) {
    return known.computeIfAbsent(node, written -> new Schema(written, this));
  }

  Optional<Schema> mapped(Node target) {
    return refs.mapped(target).map(this::at);
  }

  Schema followed(Node holder) {
    return at(refs.follow(holder));
  }
}
