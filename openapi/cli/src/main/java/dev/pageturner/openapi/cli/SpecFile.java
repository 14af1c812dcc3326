package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.Overrides;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.parse.InvalidDocumentException;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.openapi.parse.ReadOptions;
import dev.pageturner.openapi.parse.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read.
 *
 * @param document the document
 * @param detections how each operation pages, what was said about it included
 */
record SpecFile(ApiDocument document, List<Detection> detections) {
  /**
   * {@return a document, and how its operations page}
   *
   * @param file the document
   * @param overrides what wins over what is detected
   * @param options what reading may do
   * @throws InvalidDocumentException if one of the files cannot be used
   */
  static SpecFile read(Path file, @Nullable Path overrides, ReadOptions options) {
    ApiDocument document = OpenApiReader.read(file, options);
    List<Detection> detected = PaginationDetector.detect(document);
    if (overrides == null) {
      return new SpecFile(document, detected);
    }
    Overrides said = Overrides.of(TreeReader.read(overrides));
    List<Problem> problems = new ArrayList<>(said.problems());
    problems.addAll(said.unmatched(detected));
    if (!problems.isEmpty()) {
      throw new InvalidDocumentException(problems);
    }
    return new SpecFile(document, said.apply(detected));
  }
}
