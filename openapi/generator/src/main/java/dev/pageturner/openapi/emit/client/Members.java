package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of an object, through references and {@code allOf}. */
final class Members {
  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Schema> all = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private boolean open;

  private Members() {}

  static Members of(Schema schema) {
    Members members = new Members();
    members.collect(schema);
    return members;
  }

  private void collect(Schema schema) {
    Schema target = schema.target();
    if (!seen.add(target)) {
      return;
    }
    target.properties().forEach(all::putIfAbsent);
    required.addAll(target.required());
    target.allOf().forEach(this::collect);
    open |= target.additionalProperties().isPresent()
        || !target.oneOf().isEmpty()
        || !target.anyOf().isEmpty();
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
