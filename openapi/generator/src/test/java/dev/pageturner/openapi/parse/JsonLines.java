package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of one JSON object a line. */
public final class JsonLines {
  private JsonLines() {}

  /** {@return the objects of {@code file}} */
  public static List<ObjectNode> read(Path file) throws IOException {
    List<ObjectNode> objects = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        objects.add(object(file, line));
      }
    }
    return objects;
  }

  private static ObjectNode object(Path file, String line) throws IOException {
    try {
      return JsonTree.read(file.toString(), line, new Problems()).asObject().orElseThrow();
    } catch (SyntaxException e) {
      throw new IOException(e);
    }
  }
}
