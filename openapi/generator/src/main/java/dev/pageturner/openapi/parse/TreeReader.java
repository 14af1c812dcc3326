package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Location;
import dev.pageturner.openapi.model.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads any JSON or YAML file as it is written, such as one of overrides. */
public final class TreeReader {
  private TreeReader() {}

  /**
   * {@return what {@code file} holds}
   *
   * @throws InvalidDocumentException if it can't be read; the message has file, line and pointer
   */
  public static Node read(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String name = String.valueOf(absolute.getFileName());
    Problems problems = new Problems();
    if (!Files.isRegularFile(absolute)) {
      problems.error(new Location(name, 1, ""), "there is no such file");
      problems.throwIfBroken();
    }
    Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    Optional<Node> root = new DocumentFolder(folder, List.of(), problems).tree(name);
    problems.throwIfBroken();
    return root.orElseThrow();
  }
}
