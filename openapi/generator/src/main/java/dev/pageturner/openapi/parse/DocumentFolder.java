package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a document: reads each file in it once, and none outside it, unless it is in a
 * folder that is allowed, too.
 */
final class DocumentFolder {
  private final Path folder;
  private final List<Path> allowed;
  private final Problems problems;
  private final Map<String, Optional<Node>> trees = new HashMap<>();
  private final Set<String> missed = new HashSet<>();

  /**
   * A folder of which nothing is read yet.
   *
   * @param folder the real path of the folder
   * @param others folders that may be read besides
   */
  DocumentFolder(Path folder, List<Path> others, Problems problems) {
    this.folder = folder;
    this.allowed = new ArrayList<>(List.of(folder));
    others.forEach(other -> allowed.add(real(other)));
    this.problems = problems;
  }

  private static Path real(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      // What is not there has no files, either.
      return absolute;
    }
  }

  /** Whether the file is in the folder or an allowed one, also where a symbolic link leads. */
  boolean contains(String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    return isAllowed(file) && (!Files.exists(file) || isAllowed(file.toRealPath()));
  }

  private boolean isAllowed(Path file) {
    return allowed.stream().anyMatch(file::startsWith);
  }

  boolean has(String name) {
    boolean there = Files.isRegularFile(folder.resolve(name));
    if (!there) {
      missed.add(name);
    }
    return there;
  }

  /** {@return the names of the files that were asked for so far, be they there or not, sorted} */
  List<String> names() {
    return Stream.concat(trees.keySet().stream(), missed.stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** {@return the file's tree; empty, with a problem, when it can't be read} */
  Optional<Node> tree(String name) {
    Optional<Node> known = trees.get(name);
    if (known == null) {
      known = read(name);
      trees.put(name, known);
    }
    return known;
  }

  private Optional<Node> read(String name) {
    return SourceTree.read(name, () -> SourceText.read(folder.resolve(name), name), problems);
  }
}
