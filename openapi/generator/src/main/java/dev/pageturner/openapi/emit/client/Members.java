package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.Reach;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of an object, through references and {@code allOf}. */
final class Members {
  private final Map<String, Schema> all = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private boolean open;

  private Members() {}

  static Members of(Schema schema) {
    Members members = new Members();
    schema.parts(Reach.CERTAIN).forEach(members::add);
    return members;
  }

  private void add(Schema part) {
    part.properties().forEach(all::putIfAbsent);
    required.addAll(part.required());
    open |= part.additionalProperties().isPresent()
        || !part.oneOf().isEmpty()
        || !part.anyOf().isEmpty();
  }

  Map<String, Schema> all() {
    return all;
  }

  boolean requires(String name) {
    return required.contains(name);
  }

  /** {@return whether there may be members that are not known by name} */
  boolean open() {
    return open;
  }

  /** {@return whether a value is bytes rather than JSON} */
  static boolean isBytes(Schema schema) {
    Schema target = schema.target();
    Optional<String> format = target.format();
    return target.types().contains("file")
        || (target.types().contains("string") && format.filter("binary"::equals).isPresent())
        || (target.types().contains("string")
            && target.number("contentMediaType").isPresent()
            && target.number("contentEncoding").isEmpty());
  }
}
