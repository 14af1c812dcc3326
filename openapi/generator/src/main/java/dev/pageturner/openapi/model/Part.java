package dev.pageturner.openapi.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * One of the schemas that speak of a value.
 *
 * @param schema the schema
 * @param home the schema in which it is written: the last one on the way that a reference led to,
 *     or the one that was asked about
 */
public record Part(Schema schema, Schema home) {
  /**
   * {@return the parts of schemas that hold together, each once, the nearest first}
   *
   * <p>Circles end where they began, and the depth of a chain costs no stack.
   */
  public static List<Part> of(List<Schema> schemas, Reach reach) {
    Set<Schema> found = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Part> parts = new ArrayList<>();
    Deque<Part> open = new ArrayDeque<>();
    schemas.forEach(schema -> open.addLast(new Part(schema, schema)));
    for (Part part = open.pollFirst(); part != null; part = open.pollFirst()) {
      if (found.add(part.schema)) {
        parts.add(part);
        List<Part> inside = part.inside(reach);
        for (int i = inside.size() - 1; i >= 0; i--) {
          open.addFirst(inside.get(i));
        }
      }
    }
    return parts;
  }

  private List<Part> inside(Reach reach) {
    List<Part> inside = new ArrayList<>();
    if (schema.ref().isPresent()) {
      inside.add(new Part(schema.target(), schema.target()));
    }
    schema.allOf().forEach(part -> inside.add(new Part(part, home)));
    if (reach == Reach.POSSIBLE) {
      schema.oneOf().forEach(part -> inside.add(new Part(part, home)));
      schema.anyOf().forEach(part -> inside.add(new Part(part, home)));
    }
    return inside;
  }
}
