package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.model.Operation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What the other operations of a group say about one: whether it is about several things. */
final class Siblings {
  static final Siblings NONE = new Siblings(Set.of());

  private final Set<String> patched = new HashSet<>();
  private final Set<String> collections = new HashSet<>();

  Siblings(Collection<Operation> operations) {
    for (Operation operation : operations) {
      if (operation.method().equals("PATCH")) {
        patched.add(operation.path());
      }
      if (operation.path().matches(".*/\\{[^/{}]*}")) {
        collections.add(operation.path().replaceFirst("/[^/]*$", ""));
      }
    }
  }

  /** {@return whether what the operation replaces can be changed in parts, too} */
  boolean patch(Operation operation) {
    return patched.contains(operation.path());
  }

  /** {@return whether another operation is about one of those that this one reads} */
  boolean areIn(Operation operation) {
    return operation.method().equals("GET")
        && !operation.path().endsWith("}")
        && collections.contains(operation.path());
  }
}
