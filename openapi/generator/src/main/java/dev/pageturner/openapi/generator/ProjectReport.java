package dev.pageturner.openapi.generator;

import java.util.List;

/**
 * What became of a project.
 *
 * @param client the client in it
 * @param written the files that were written or are as they would be written
 * @param kept the files that a person has changed or taken away, which were left alone
 * @param placeholders what still has to be said, each with the place where it stands
 * @param untested the lists without a test, each with the reason
 */
public record ProjectReport(
    Generated client,
    List<String> written,
    List<String> kept,
    List<String> placeholders,
    List<String> untested) {
  /** Copies the lists. */
  public ProjectReport {
    written = List.copyOf(written);
    kept = List.copyOf(kept);
    placeholders = List.copyOf(placeholders);
    untested = List.copyOf(untested);
  }
}
