package dev.pageturner.openapi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Published API descriptions to test with. They are not part of this repository: they are looked
 * for in the folder that the system property {@code pageturner.specs} names, or in
 * {@code shared/specs} beside the checkout. Each build takes the small ones, the profile
 * {@code specs} all of them.
 */
public final class PublishedSpecs {
  /** Why a test is skipped without them. */
  public static final String MISSING =
      "no folder shared/specs beside the checkout: nothing is tested with published documents";

  private static final long LARGEST = Long.getLong("specs.largest", 400_000);
  private static final long ALL = 50_000_000;

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

  /**
   * {@return the documents of this build, those of several files by their entry; empty without the
   * folder}
   */
  public static List<Path> documents() {
    return folder().map(PublishedSpecs::documents).orElse(List.of()).stream()
        .filter(PublishedSpecs::isOfThisBuild)
        .toList();
  }

  /** {@return whether a document is tested in this build} */
  public static boolean isOfThisBuild(Path document) {
    return LARGEST > ALL || size(document) <= LARGEST;
  }

  /** The size of what a document says, uncompressed; one of many files is large. */
  private static long size(Path document) {
    if (!document.getParent().equals(folder().orElseThrow())) {
      return Long.MAX_VALUE;
    }
    try (InputStream in = Files.newInputStream(document)) {
      return document.toString().endsWith(".gz")
          ? new GZIPInputStream(in).transferTo(OutputStream.nullOutputStream())
          : Files.size(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
