package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.cli.listing.ListJob;
import dev.pageturner.openapi.cli.listing.ListRun;
import dev.pageturner.openapi.cli.options.ListOptions;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists an operation of a document. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Every item of a list operation of an OpenAPI document, as JSON Lines on standard output.",
      "",
      "How the list pages is what the document tells, or what is said here; where neither does, it is"
          + " recognised from the first response.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pageturner export openapi.yaml listUsers --bearer env:TOKEN > users.jsonl",
      "  pageturner export openapi.yaml 'GET /teams/{team}/users' --param team=red --param active=true",
      "  pageturner export openapi.yaml listUsers --base-url http://localhost:8080/v1 --dry-run",
      "  pageturner export openapi.yaml listUsers --server-variable region=us -o users.jsonl.gz \\",
      "      --checkpoint users.checkpoint --resume",
      "",
      ExitCode.OF_LISTS
    })
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private DocumentOptions document = new DocumentOptions();

  @Parameters(
      index = "1",
      paramLabel = "OPERATION_ID",
      description = "The operation, or its method and path: 'GET /users'.")
  private String operation = "";

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = {
        "A parameter of the operation. Repeatable, also for several values of one.",
        "Where the document joins them with commas, so may VALUE: a,b.",
        "A comma within a value is then \\,."
      })
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the API is, if not where the document says first.")
  private @Nullable String baseUrl;

  @Option(
      names = "--server-variable",
      paramLabel = "NAME=VALUE",
      description = "A variable of the server's URL. Repeatable.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Mixin
  private ListOptions options = new ListOptions();

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return new ListRun(job(), console).run();
  }

  private ListJob job() {
    DocumentedList list = DocumentedList.of(document.read(), operation);
    String base = baseUrl == null ? list.baseUrl(variables) : baseUrl;
    return new ListJob(
        base,
        list.path(),
        list.with(parameters),
        options.pagination().pagination(list.pagination().orElse(Pagination.detect())),
        options);
  }
}
