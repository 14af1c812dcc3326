package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ArrayNode;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Refs;
import dev.pageturner.openapi.model.ScalarNode;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Follows {@code $ref} through the files of one folder, and to remote documents where that is
 * allowed, only when asked to.
 */
final class RefResolver implements Refs {
  private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9._-]+");

  private final String document;
  private final DocumentFolder folder;
  private final Optional<RemoteDocuments> remote;
  private final Problems problems;
  private final SelfNames names;
  /** References on the way to a target; meeting one again is a circle. */
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private final IdentityHashMap<Node, Node> known = new IdentityHashMap<>();

  private final IdentityHashMap<Node, Optional<Node>> mapped = new IdentityHashMap<>();

  /**
   * Makes a resolver.
   *
   * @param document the name of the document, whose schemas bare names mean
   */
  RefResolver(
      String document, DocumentFolder folder, Optional<RemoteDocuments> remote, Problems problems) {
    this.document = document;
    this.folder = folder;
    this.remote = remote;
    this.problems = problems;
    this.names = new SelfNames(folder::has, problems);
  }

  /** Takes the name that the document itself has. */
  RefResolver startingAt(Node root) {
    names.add(root.place().file(), root);
    return this;
  }

  @Override
  public Node follow(Node holder) {
    if (!(holder instanceof ObjectNode object) || !(object.get("$ref") instanceof ScalarNode ref)) {
      return holder;
    }
    Node found = known.get(holder);
    if (found == null) {
      found = followed(object, ref);
      known.put(holder, found);
    }
    return found;
  }

  @Override
  public Optional<Node> mapped(Node target) {
    if (!(target instanceof ScalarNode named) || named.text().isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> found = mapped.get(target);
    if (found == null) {
      found = named(named).or(() -> referred(named));
      mapped.put(target, found);
    }
    return found;
  }

  /** A schema of the document, or of the file in which the name stands. */
  private Optional<Node> named(ScalarNode name) {
    return component(document, name.value())
        .or(() -> component(name.place().file(), name.value()))
        .map(this::follow);
  }

  private Optional<Node> component(String file, String name) {
    if (!COMPONENT.matcher(name).matches() || !folder.has(file)) {
      return Optional.empty();
    }
    return folder
        .tree(file)
        .flatMap(root ->
            walk(root, "/components/schemas/" + name).or(() -> walk(root, "/definitions/" + name)));
  }

  /**
   * Only what is a reference by its looks: else the name of a schema that is not there is meant.
   */
  private Optional<Node> referred(ScalarNode ref) {
    String from = ref.place().file();
    boolean near = !RefTarget.isRemote(ref.value(), from)
        && RefTarget.of(ref.value(), from)
            .filter(target -> isInside(target) && folder.has(target.file()))
            .isPresent();
    Optional<Node> found = near || (remote.isPresent() && RefTarget.isRemote(ref.value(), from))
        ? target(ref).map(this::follow)
        : Optional.empty();
    if (found.isEmpty()) {
      problems.warning(ref.location(), "the mapping leads to no schema; it is left out");
    }
    return found;
  }

  private Node followed(ObjectNode holder, ScalarNode ref) {
    if (!open.add(holder)) {
      problems.error(ref.location(), "the reference leads back to itself");
      return unknown(holder);
    }
    if (open.size() > TreeLimits.MAX_DEPTH) {
      problems.error(
          ref.location(), "more than " + TreeLimits.MAX_DEPTH + " references lead to one another");
      open.remove(holder);
      return unknown(holder);
    }
    try {
      return target(ref).map(this::follow).orElseGet(() -> unknown(holder));
    } finally {
      open.remove(holder);
    }
  }

  /** What stands in for a target that isn't there: any JSON. */
  private static Node unknown(ObjectNode holder) {
    return new ObjectNode(holder.place(), Map.of());
  }

  private Optional<Node> target(ScalarNode ref) {
    String from = ref.place().file();
    String text = names.located(ref);
    if (RefTarget.isRemote(text, from)) {
      return remote.isPresent() ? fetched(remote.get(), text, ref) : refused(text, ref);
    }
    Optional<RefTarget> target = RefTarget.of(text, from);
    return target.isPresent() && isInside(target.get()) ? look(target.get(), ref) : outside(ref);
  }

  private Optional<Node> fetched(RemoteDocuments documents, String text, ScalarNode ref) {
    Optional<RefTarget> target = RefTarget.remote(text, ref.place().file());
    if (target.isEmpty()) {
      problems.error(
          ref.location(), "the reference names a scheme that is not read, or no URL at all");
      return Optional.empty();
    }
    return found(documents.tree(target.get().file(), ref.location()), target.get(), ref);
  }

  private Optional<Node> refused(String text, ScalarNode ref) {
    if (text.regionMatches(true, 0, "http", 0, 4) || text.startsWith("//")) {
      problems.warning(ref.location(), "remote references are not fetched; any JSON is assumed");
    } else {
      problems.error(ref.location(), "the reference names a scheme that is not read");
    }
    return Optional.empty();
  }

  private Optional<Node> outside(ScalarNode ref) {
    problems.error(
        ref.location(),
        "the reference leaves the folder of the document; allow the folder that it leads to");
    return Optional.empty();
  }

  private boolean isInside(RefTarget target) {
    try {
      return folder.contains(target.file());
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<Node> look(RefTarget target, ScalarNode ref) {
    if (!folder.has(target.file())) {
      problems.warning(
          ref.location(), "the reference names a file that is not there; any JSON is assumed");
      return Optional.empty();
    }
    return found(folder.tree(target.file()), target, ref);
  }

  private Optional<Node> found(Optional<Node> tree, RefTarget target, ScalarNode ref) {
    tree.ifPresent(root -> names.add(target.file(), root));
    Optional<Node> found = tree.flatMap(root -> walk(root, target.pointer()));
    if (tree.isPresent() && found.isEmpty()) {
      problems.warning(ref.location(), "the reference leads to nothing; any JSON is assumed");
    }
    return found;
  }

  private Optional<Node> walk(Node root, String pointer) {
    Node at = root;
    for (String token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      Optional<Node> next = step(at, token);
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return pointer.isEmpty() || pointer.startsWith("/") ? Optional.of(at) : Optional.empty();
  }

  private Optional<Node> step(Node at, String token) {
    Optional<Node> direct = member(at, token);
    // A pointer may pass through a place that is itself a reference.
    return direct.isPresent() ? direct : member(follow(at), token);
  }

  private static Optional<Node> member(Node at, String token) {
    String key = RefTarget.decode(token).replace("~1", "/").replace("~0", "~");
    if (at instanceof ArrayNode array) {
      boolean index =
          key.matches("[0-9]{1,8}") && Integer.parseInt(key) < array.elements().size();
      return index ? Optional.of(array.elements().get(Integer.parseInt(key))) : Optional.empty();
    }
    return at.asObject().map(object -> object.get(key));
  }
}
