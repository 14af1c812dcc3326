package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.sources.SourceFile;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of a document.
 *
 * @param files the sources, sorted by path; the same document and settings give the same bytes
 * @param detections how each operation pages, overrides applied
 * @param inputs the files that were read: the document, what it refers to, be it there or not, the
 *     overrides, the configuration; not what was fetched
 * @param problems what was worked around, each with file, line and pointer
 */
public record Generated(
    List<SourceFile> files, List<Detection> detections, List<Path> inputs, List<Problem> problems) {
  /** Copies the lists. */
  public Generated {
    files = List.copyOf(files);
    detections = List.copyOf(detections);
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
  }

  /**
   * Writes the sources below a folder, each only if it is not there already as it would be. Sources
   * of an earlier run that are no longer wanted are removed; files of others are left alone.
   *
   * @throws java.io.UncheckedIOException if a file could not be written
   * @throws IllegalArgumentException if a path would lead out of the folder, or to a file that
   *     Pageturner did not write
   */
  public void writeTo(Path folder) {
    new OutputFolder(folder).write(files);
  }
}
