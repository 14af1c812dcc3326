package dev.pageturner.openapi.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * From what a document says about a value to what it says about a value inside. Whatever the outer
 * value may be counts, each alternative of it.
 */
public final class Descent {
  private Descent() {}

  /**
   * {@return what is said about the member {@code name}, empty if nothing is; of an array, about
   * that member of its elements}
   */
  public static List<Schema> member(List<Schema> value, String name) {
    List<Schema> found = named(value, name);
    return found.isEmpty() ? named(items(value), name) : found;
  }

  private static List<Schema> named(List<Schema> value, String name) {
    List<Schema> found = new ArrayList<>();
    for (Schema part : Schema.parts(value, Reach.POSSIBLE)) {
      Schema member = part.properties().get(name);
      if (member != null) {
        found.add(member);
      }
    }
    return found;
  }

  /** {@return what is said about the value that the names lead to, empty if nothing is} */
  public static List<Schema> at(List<Schema> value, List<String> names) {
    List<Schema> at = value;
    for (String name : names) {
      at = member(at, name);
    }
    return at;
  }

  /**
   * {@return what is said about the elements of an array, or else about those members of an object
   * for whose names there is no property}
   */
  public static List<Schema> elements(List<Schema> value) {
    List<Schema> items = items(value);
    if (!items.isEmpty()) {
      return items;
    }
    Set<Schema> values = new LinkedHashSet<>();
    for (Schema part : Schema.parts(value, Reach.POSSIBLE)) {
      part.additionalProperties().ifPresent(values::add);
      values.addAll(part.named("patternProperties").values());
    }
    return List.copyOf(values);
  }

  private static List<Schema> items(List<Schema> value) {
    return Schema.parts(value, Reach.POSSIBLE).stream()
        .flatMap(part -> part.items().stream())
        .distinct()
        .toList();
  }
}
