package dev.pageturner.openapi.mockserver.internal.sample;

import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.openapi.parse.OpenApiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Schemas from a line of YAML. */
final class Documents {
  private Documents() {}

  /** {@return the schema, to which references lead by {@code #/components/schemas/It}} */
  static Schema schema(String yaml) {
    return schemas("{It: " + yaml + "}").get("It");
  }

  static Map<String, Schema> schemas(String yaml) {
    return document(yaml).schemas();
  }

  static ApiDocument document(String schemas) {
    try {
      Path file = Files.createTempFile("schemas", ".yaml");
      try {
        Files.writeString(file, """
            openapi: 3.1.0
            info: {title: Schemas, version: '1'}
            paths: {}
            components:
              schemas: %s
            """.formatted(schemas));
        return OpenApiReader.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
