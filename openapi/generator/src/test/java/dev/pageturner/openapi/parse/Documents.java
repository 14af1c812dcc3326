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

  /** {@return a file with one list, whose items are the schema {@code S0} of these, in YAML} */
  public static Path list(Path folder, String schemas) {
    return write(folder, "api.yaml", """
        openapi: 3.0.0
        info: {title: Bounds, version: '1'}
        paths:
          /things:
            get:
              operationId: listThings
              parameters: [{name: cursor, in: query, schema: {type: string}}]
              responses:
                '200':
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          next_cursor: {type: string}
                          items: {type: array, items: {$ref: '#/components/schemas/S0'}}
        components:
          schemas:
        """ + schemas);
  }
}
