package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small documents for tests, written into a folder and read from there. */
public final class Documents {
  private Documents() {}

  /** {@return the document with this text as {@code api.yaml}} */
  public static ApiDocument yaml(Path folder, String text) {
    return OpenApiReader.read(write(folder, "api.yaml", text));
  }

  /** {@return the document with this text as {@code api.json}, apostrophes read as quotes} */
  public static ApiDocument json(Path folder, String text) {
    return OpenApiReader.read(write(folder, "api.json", text.replace('\'', '"')));
  }

  /** {@return a file with this text} */
  public static Path write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
