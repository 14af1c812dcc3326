package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.parse.ReadOptions;
import picocli.CommandLine.Option;

/** What reading a document may do. */
final class ReadingOptions {
  @Option(
      names = "--allow-remote-refs",
      description = {
        "Fetches what the document refers to by http and https URLs; for documents you trust."
            + " Default: any JSON is assumed."
      })
  private boolean allowRemoteReferences;

  ReadOptions options() {
    return new ReadOptions(allowRemoteReferences);
  }
}
