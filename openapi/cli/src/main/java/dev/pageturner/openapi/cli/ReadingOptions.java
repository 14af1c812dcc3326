package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.model.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Option(
      names = "--allow-folder",
      paramLabel = "DIR",
      description = {
        "Follows references to files in this folder, too; may be repeated. Default: the folder of"
            + " the document only."
      })
  private List<Path> folders = new ArrayList<>();

  ReadOptions options() {
    return new ReadOptions(allowRemoteReferences, folders);
  }
}
