package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.ScalarNode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Follows every reference that can be reached from the document once, so that what is wrong with
 * any of them is known before anything is made of the document. Also finds {@code allOf} circles: a
 * schema that is part of itself describes nothing.
 */
final class RefCheck {
  private final RefResolver refs;
  private final Problems problems;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> acyclic = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Node> open = new ArrayDeque<>();

  RefCheck(RefResolver refs, Problems problems) {
    this.refs = refs;
    this.problems = problems;
  }

  void check(Node root) {
    open.add(root);
    while (!open.isEmpty()) {
      visit(open.removeLast());
    }
  }

  private void visit(Node node) {
    if (node instanceof ScalarNode || !seen.add(node)) {
      return;
    }
    if (node instanceof ArrayNode array) {
      open.addAll(array.elements());
    } else if (node instanceof ObjectNode object) {
      visitMembers(object);
      checkParts(object, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  private void visitMembers(ObjectNode object) {
    if (object.get("$ref") instanceof ScalarNode) {
      open.add(refs.follow(object));
    }
    object
        .object("discriminator")
        .flatMap(discriminator -> discriminator.object("mapping"))
        .ifPresent(mapping ->
            mapping.members().values().forEach(target -> refs.mapped(target).ifPresent(open::add)));
    boolean names = object.place().key().equals("properties");
    object.members().forEach((key, value) -> {
      if (names || !isFreeForm(key)) {
        open.add(value);
      }
    });
  }

  private static boolean isFreeForm(String key) {
    return switch (key) {
      case "example", "examples", "default", "enum", "const" -> true;
      default -> key.startsWith("x-");
    };
  }

  private boolean checkParts(ObjectNode schema, Set<Node> path) {
    if (acyclic.contains(schema)) {
      return true;
    }
    if (!path.add(schema) || path.size() > TreeLimits.MAX_DEPTH) {
      problems.error(schema.location(), "the schema is a part of itself through allOf");
      return false;
    }
    boolean fine = true;
    for (Node part : schema.list("allOf")) {
      fine &= !(refs.follow(part) instanceof ObjectNode target) || checkParts(target, path);
    }
    path.remove(schema);
    acyclic.add(schema);
    return fine;
  }
}
