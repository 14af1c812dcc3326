package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.Overrides;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.InvalidDocumentException;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.ReadOptions;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.parse.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document that was read, and how its operations page.
 *
 * @param document the document
 * @param detections how each operation pages, what overrides say about it included
 * @param problems what was worked around, in the document and in the configuration
 */
public record DetectedDocument(
    ApiDocument document, List<Detection> detections, List<Problem> problems) {
  /** Copies the lists. */
  public DetectedDocument {
    detections = List.copyOf(detections);
    problems = List.copyOf(problems);
  }

  /**
   * {@return what a document says}
   *
   * @param file the document
   * @param overrides a file that wins over what is detected
   * @param config a {@code stainless.yml}, which wins over what is detected, too, but not over
   *     overrides
   * @param options what reading may do
   * @throws InvalidDocumentException if one of the files cannot be used; it says why with file,
   *     line and pointer
   */
  public static DetectedDocument read(
      Path file, Optional<Path> overrides, Optional<Path> config, ReadOptions options) {
    return of(file, overrides, config.map(StainlessConfig::read), options);
  }

  static DetectedDocument of(
      Path file, Optional<Path> overrides, Optional<StainlessConfig> config, ReadOptions options) {
    ApiDocument document = OpenApiReader.read(file, options);
    List<Detection> found = PaginationDetector.detect(document);
    List<Detection> detected = config.map(one -> one.apply(found)).orElse(found);
    List<Problem> problems = new ArrayList<>(document.problems());
    config.ifPresent(one -> problems.addAll(one.problems(document.operations())));
    return new DetectedDocument(
        document, overrides.map(said -> overridden(detected, said)).orElse(detected), problems);
  }

  /** {@return overrides that say how each operation pages, as YAML to correct} */
  public String toOverrides() {
    return Overrides.write(PaginationDetector.detect(document), detections);
  }

  private static List<Detection> overridden(List<Detection> detected, Path file) {
    Overrides said = Overrides.of(TreeReader.read(file));
    List<Problem> problems = new ArrayList<>(said.problems());
    problems.addAll(said.problems(detected));
    if (!problems.isEmpty()) {
      throw new InvalidDocumentException(problems);
    }
    return said.apply(detected);
  }
}
