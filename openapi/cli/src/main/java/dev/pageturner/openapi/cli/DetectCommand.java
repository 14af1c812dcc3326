package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.cli.report.DetectPage;
import dev.pageturner.openapi.cli.report.DetectTable;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.DetectionLines;
import dev.pageturner.openapi.generator.DetectedDocument;
import dev.pageturner.openapi.model.ApiDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how the operations of a document page. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = "How each operation of an OpenAPI document pages, and why that is believed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  pageturner detect openapi.yaml",
      "  pageturner detect openapi.yaml --format html > lists.html",
      "  pageturner detect openapi.yaml --format jsonl | jq 'select(.paginated) | .path'",
      "  pageturner detect openapi.yaml --write-overrides overrides.yaml"
    })
final class DetectCommand implements Callable<Integer> {
  /** How the result is written. */
  enum Format {
    /** For terminals. */
    table,
    /** For programs: one object for each operation. */
    jsonl,
    /** For people: one page. */
    html
  }

  private final Console console;

  @Mixin
  private DocumentOptions document = new DocumentOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Option(names = "--all", description = "The table also has the operations that do not page.")
  private boolean all;

  @Option(
      names = "--write-overrides",
      paramLabel = "FILE",
      description = {
        "Writes what was found as YAML to correct, and to give to the generator. A file that is"
            + " there already and says something else is left alone."
      })
  private @Nullable Path overrides;

  @Option(
      names = "--overwrite",
      description = "Replaces the file of --write-overrides, corrections and all.")
  private boolean overwritten;

  DetectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DetectedDocument read = document.read();
    try {
      writeOverrides(read);
      Stream.concat(
              read.problems().stream(),
              read.detections().stream().flatMap(detection -> detection.warnings().stream()))
          .forEach(problem -> console.say("Warning: " + problem));
      report(read.document(), read.detections());
      return ExitCode.COMPLETE;
    } catch (IOException e) {
      console.say("pageturner: " + overrides + " cannot be written");
    }
    return ExitCode.FAILED;
  }

  private void writeOverrides(DetectedDocument read) throws IOException {
    if (overrides == null) {
      return;
    }
    byte[] text = read.toOverrides().getBytes(StandardCharsets.UTF_8);
    boolean there = Files.isRegularFile(overrides);
    boolean known = there && Arrays.equals(Files.readAllBytes(overrides), text);
    if (there && !known && !overwritten) {
      throw new IllegalArgumentException(
          overrides + " is there already and says something else; --overwrite replaces it");
    }
    if (!known) {
      Files.write(overrides, text);
    }
  }

  private void report(ApiDocument read, List<Detection> detections) {
    console.print(
        switch (format) {
          case table -> DetectTable.of(detections, all);
          case jsonl -> lines(detections);
          case html -> DetectPage.of(read, detections);
        });
  }

  private static String lines(List<Detection> detections) {
    return detections.stream()
        .map(detection -> DetectionLines.of(detection) + "\n")
        .collect(Collectors.joining());
  }
}
