package dev.pageturner.openapi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Published API descriptions to test with. They are not part of this repository: they are looked
 * for in the folder that the system property {@code pageturner.specs} names, or in
 * {@code shared/specs} beside the checkout.
 */
public final class PublishedSpecs {
  /** Why a test is skipped without them. */
  public static final String MISSING =
      "no folder shared/specs beside the checkout: nothing is tested with published documents";

  private PublishedSpecs() {}

  /** {@return the folder, if there is one} */
  public static Optional<Path> folder() {
    String named = System.getProperty("pageturner.specs");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("shared/specs"))
        .filter(path -> Files.isRegularFile(path.resolve("labels.jsonl")))
        .findFirst();
  }

  /** {@return the documents, those of several files by their entry; empty without the folder} */
  public static List<Path> all() {
    return folder().map(PublishedSpecs::documents).orElse(List.of());
  }

  private static List<Path> documents(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .filter(file ->
              Files.isRegularFile(file) || file.getParent().equals(folder().orElse(null)))
          .flatMap(PublishedSpecs::document)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> document(Path file) {
    String name = file.getFileName().toString();
    if (Files.isDirectory(file)) {
      return documents(file).stream().filter(PublishedSpecs::isEntry);
    }
    return name.matches(".*\\.(ya?ml|json)(\\.gz)?") ? Stream.of(file) : Stream.empty();
  }

  /** Of several files one says which version of OpenAPI they are in. */
  private static boolean isEntry(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.readString(file).lines().anyMatch(line -> line.startsWith("openapi:"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
