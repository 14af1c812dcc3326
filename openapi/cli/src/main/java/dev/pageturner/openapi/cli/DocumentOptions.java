package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.generator.DetectedDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The document that a command is about, and what wins over what is detected in it. */
final class DocumentOptions {
  /** What a document may be. */
  static final String FORMS =
      "OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, in JSON or YAML, also packed with gzip.";

  @Parameters(index = "0", paramLabel = "SPEC", description = FORMS)
  private Path file = Path.of("");

  @Option(
      names = "--overrides",
      paramLabel = "FILE",
      description = "How operations page, where it is not what is detected.")
  private @Nullable Path overrides;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "A stainless.yml. Its pagination schemes win over what is detected, its names of resources"
            + " and methods over those that are made; overrides win over it."
      })
  private @Nullable Path config;

  @Mixin
  private ReadingOptions reading = new ReadingOptions();

  /** {@return the file, if it is there} */
  static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    return file;
  }

  Path file() {
    return existing(file);
  }

  Optional<Path> overrides() {
    return Optional.ofNullable(overrides);
  }

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  ReadOptions reading() {
    return reading.options();
  }

  /**
   * {@return the document, and how its operations page}
   *
   * @throws IllegalArgumentException if there is no such file
   * @throws InvalidDocumentException if it cannot be used, or what is to win cannot
   */
  DetectedDocument read() {
    return DetectedDocument.read(file(), overrides(), config(), reading());
  }
}
