package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.parse.OpenApiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The documents in {@code dialects}, read once. */
final class Dialects {
  private static final List<Dialect> ALL = read();

  /**
   * One family of APIs.
   *
   * @param name the file's, without its ending
   * @param file the document
   * @param detections what is found in it
   */
  record Dialect(String name, Path file, List<Detection> detections) {}

  private Dialects() {}

  static List<Dialect> all() {
    return ALL;
  }

  private static List<Dialect> read() {
    try (Stream<Path> files = Files.list(
        Path.of(Objects.requireNonNull(Dialects.class.getResource("/dialects")).toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Dialects::dialect)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Dialect dialect(Path file) {
    String name = file.getFileName().toString().replace(".yaml", "");
    return new Dialect(name, file, PaginationDetector.detect(OpenApiReader.read(file)));
  }
}
