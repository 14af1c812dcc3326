package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.generator.DetectedDocument;
import dev.pageturner.openapi.model.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lists of a document are checked, and where. */
final class SpecOptions {
  @Option(
      names = "--list",
      paramLabel = "OPERATION_ID",
      description = "Of a document: this list only, or 'GET /users'. Repeatable.")
  private List<String> lists = new ArrayList<>();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Of a document: a parameter, for every list that has it. Repeatable.")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Of a document: where the API is, if not where the document says first.")
  private @Nullable String baseUrl;

  @Option(
      names = "--server-variable",
      paramLabel = "NAME=VALUE",
      description = "Of a document: a variable of the server's URL. Repeatable.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--mock",
      description = "Of a document: checks a mock server of it, which can be written to.")
  private boolean mock;

  @Option(
      names = "--overrides",
      paramLabel = "FILE",
      description = "Of a document: how operations page, where it is not what is detected.")
  private @Nullable Path overrides;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Of a document: a stainless.yml, whose pagination schemes win.")
  private @Nullable Path config;

  @Mixin
  private ReadingOptions reading = new ReadingOptions();

  /**
   * {@return the document}
   *
   * @param file where it is
   */
  DetectedDocument read(Path file) {
    return DetectedDocument.read(
        file, Optional.ofNullable(overrides), Optional.ofNullable(config), reading.options());
  }

  /** {@return what reading it may do} */
  ReadOptions reading() {
    return reading.options();
  }

  /** {@return the operations to check; all lists if there are none} */
  List<String> lists() {
    return List.copyOf(lists);
  }

  /** {@return what was said for parameters, each as NAME=VALUE} */
  List<String> parameters() {
    return List.copyOf(parameters);
  }

  /** {@return where the API is, if that was said} */
  Optional<String> baseUrl() {
    return Optional.ofNullable(baseUrl);
  }

  /** {@return the variables of the server's URL} */
  Map<String, String> variables() {
    return new LinkedHashMap<>(variables);
  }

  /**
   * {@return whether a mock server of the document is checked}
   *
   * @throws IllegalArgumentException if another server was named, too
   */
  boolean isMock() {
    if (mock && (baseUrl != null || !variables.isEmpty())) {
      throw new IllegalArgumentException("--mock and --base-url exclude each other");
    }
    return mock;
  }

  /**
   * Makes sure that nothing of this was said of a URL.
   *
   * @throws IllegalArgumentException if something was
   */
  void requireNone() {
    boolean any = mock || baseUrl != null || !parameters.isEmpty();
    boolean detected = overrides != null || config != null;
    if (any || detected || !variables.isEmpty() || !lists.isEmpty()) {
      throw new IllegalArgumentException(
          "--mock, --list, --param, --base-url, --server-variable, --overrides and"
              + " --config are for a document, not for a URL");
    }
  }
}
