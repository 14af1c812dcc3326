package dev.pageturner.openapi.cli;

import dev.pageturner.ApiClient;
import dev.pageturner.openapi.check.Check;
import dev.pageturner.openapi.check.CheckReport;
import dev.pageturner.openapi.check.PagingCheck;
import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.cli.listing.ListJob;
import dev.pageturner.openapi.cli.options.AccessOptions;
import dev.pageturner.openapi.cli.options.PaceOptions;
import dev.pageturner.openapi.cli.options.PaginationOptions;
import dev.pageturner.openapi.cli.options.RequestOptions;
import dev.pageturner.openapi.cli.record.Secrets;
import dev.pageturner.openapi.cli.report.CheckLines;
import dev.pageturner.openapi.cli.report.CheckPage;
import dev.pageturner.openapi.cli.report.CheckedLists;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.pagination.Pagination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds out whether lists page honestly. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Does this list page honestly? Walks it to its end and once more, asks for other page sizes,"
          + " and reports what would lose or double items, with the requests that show it.",
      "",
      "Of an OpenAPI document, every list is checked whose parameters are known: on the server that"
          + " the document or --base-url names, or with --mock on a mock server of the document.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pageturner check 'https://api.example.com/v1/users?active=true' --bearer env:TOKEN",
      "  pageturner check URL --size-param limit --other-filter active=false --rate 10/1s",
      "  pageturner check openapi.yaml --base-url https://staging.example.com/v1 --param team=red",
      "  pageturner check openapi.yaml --mock --format html -o paging.html",
      "  pageturner check URL --only complete,unique,order --max-requests 500",
      "",
      ExitCode.OF_CHECKS
    })
final class CheckCommand implements Callable<Integer> {
  private static final int WIDTH = 80;
  private static final int NARROWEST = 40;
  private static final int MOCK_ITEMS = 47;
  private static final int MOCK_PAGE = 10;

  /** What a mock server says in its headers is nothing that the document says. */
  private static final Set<Check> OF_SERVERS = EnumSet.of(Check.LIMITS, Check.HEADERS);

  private final Console console;

  @Parameters(
      paramLabel = "URL|SPEC",
      description = "The first page of a list, or an OpenAPI document.")
  private String target = "";

  @Mixin
  private CheckOptions options = new CheckOptions();

  @Mixin
  private SpecOptions spec = new SpecOptions();

  @Mixin
  private PaginationOptions pagination = new PaginationOptions();

  @Mixin
  private RequestOptions request = new RequestOptions();

  @Mixin
  private AccessOptions access = new AccessOptions();

  @Mixin
  private PaceOptions pace = new PaceOptions();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Set<Check> checks = options.checks();
    if (target.startsWith("http://") || target.startsWith("https://")) {
      spec.requireNone();
      return run(List.of(ofUrl()), Map.of(), checks);
    }
    Path file = DocumentOptions.existing(Path.of(target));
    boolean mock = spec.isMock();
    DocumentedLists found =
        new DocumentedLists(spec.read(file), spec.parameters(), request.isRepeatable());
    if (mock) {
      checks.removeAll(OF_SERVERS);
      return onMock(file, found, checks);
    }
    found.onServer(spec.lists(), spec.baseUrl(), spec.variables());
    return run(found.targets(), found.leftOut(), checks);
  }

  private CheckTarget ofUrl() {
    if (!request.onlyReads()) {
      throw new IllegalArgumentException(
          "such a request may write: if it only reads, say --repeatable, or -X QUERY");
    }
    ListUrl url = ListUrl.parse(target);
    options.check(pagination.pagination(Pagination.detect()));
    return new CheckTarget(
        request.methodName() + " " + url.path().split("\\?", 2)[0],
        url.base(),
        url.path(),
        UnaryOperator.identity(),
        Pagination.detect(),
        Optional.empty(),
        null);
  }

  private int onMock(Path file, DocumentedLists found, Set<Check> checks) {
    MockOptions mock = MockOptions.newBuilder()
        .items(MOCK_ITEMS)
        .pageSize(MOCK_PAGE)
        .allowRemoteReferences(spec.reading().allowRemoteReferences())
        .build();
    try (MockApi api = MockApi.start(file, mock)) {
      found.onMock(spec.lists(), api);
      return run(found.targets(), found.leftOut(), checks);
    }
  }

  private int run(List<CheckTarget> targets, Map<String, String> leftOut, Set<Check> checks) {
    console.say(CheckedLists.plan(targets.size(), options.maxRequests()));
    List<CheckReport> reports = new ArrayList<>();
    for (CheckTarget list : targets) {
      CheckReport report = console.stop().unlessRequested(() -> check(list, checks));
      if (report == null || console.stop().isRequested()) {
        return ExitCode.INTERRUPTED;
      }
      reports.add(report);
    }
    CheckedLists all = new CheckedLists(shownTarget(), reports, leftOut);
    return write(all) ? options.code(all) : ExitCode.FAILED;
  }

  /** A URL may have a secret in its query. */
  private String shownTarget() {
    HttpUrl url = HttpUrl.parse(target);
    return url == null
        ? target
        : ListJob.secrets(access, request, console.environment()).url(url);
  }

  private CheckReport check(CheckTarget list, Set<Check> checks) {
    Pagination how = pagination.pagination(list.pagination());
    Secrets secrets = ListJob.secrets(access, request, console.environment());
    ApiClient.Builder builder = ApiClient.newBuilder()
        .baseUrl(list.baseUrl())
        .rateLimit(pace.rateLimit())
        .retryPolicy(pace.retryPolicy());
    access.apply(builder, console.environment());
    try (ApiClient client = builder.build()) {
      PagingCheck check = PagingCheck.of(client)
          .named(list.name())
          .list(list.path(), any -> request.apply(list.parts().apply(any)))
          .pagination(how)
          .only(checks)
          .masking(first -> {
            secrets.learn(first, Headers.of());
            return secrets;
          });
      return options.apply(check, list).run();
    }
  }

  private boolean write(CheckedLists all) {
    String report = switch (options.format()) {
      case text -> all.text(width());
      case html -> CheckPage.of(all);
      case jsonl -> CheckLines.of(all);
    };
    Optional<Path> file = options.output();
    if (file.isEmpty()) {
      console.print(report);
      return true;
    }
    try {
      Files.writeString(file.get(), report);
      console.say(all.outcome() + ".");
      return true;
    } catch (IOException e) {
      console.say("pageturner: " + file.get() + " cannot be written");
      return false;
    }
  }

  private int width() {
    String columns = console.environment().getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : WIDTH;
  }
}
