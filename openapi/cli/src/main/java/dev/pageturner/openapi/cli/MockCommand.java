package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.cli.options.Rate;
import dev.pageturner.openapi.mockserver.HarServer;
import dev.pageturner.openapi.mockserver.LimitHeaders;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockList;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.openapi.mockserver.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves what a document describes, or what was recorded. */
@Command(
    name = "mock",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "A server on this machine whose lists page as an OpenAPI document says; or one that answers as"
          + " a HAR file has it. Prints its address, and runs until it is interrupted.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pageturner mock openapi.yaml --port 8080 --items 2500",
      "  pageturner mock openapi.yaml --rate 50/1s --latency 200ms",
      "  pageturner mock openapi.yaml --trait cursor-life=5m --trait insert-between-pages=1",
      "  pageturner get URL --har run.har && pageturner mock --har run.har --port 8080"
    })
final class MockCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "SPEC", description = DocumentOptions.FORMS)
  private @Nullable Path document;

  @Option(names = "--har", paramLabel = "FILE", description = "A recording to replay instead.")
  private @Nullable Path har;

  @Option(names = "--port", paramLabel = "PORT", description = "Default: any that is free.")
  private int port;

  @Option(
      names = "--items",
      paramLabel = "ITEMS",
      description = "Items of each list. Default: 100.")
  private @Nullable Long items;

  @Option(
      names = "--page-size",
      paramLabel = "ITEMS",
      description = "Items of a page, where the client asks for no size. Default: 20.")
  private @Nullable Integer pageSize;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "What all values are made of. Default: 1.")
  private @Nullable Long seed;

  @Option(
      names = "--rate",
      paramLabel = "N/TIME",
      description = "Answers at most so many requests in any window of that length: 50/1s.")
  private @Nullable Rate rate;

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      description = "The time before each answer: 200ms.")
  private Duration latency = Duration.ZERO;

  @Option(
      names = "--require-credentials",
      description = {
        "Answers 401 where the document demands a credential and none is sent. Any one will do."
      })
  private boolean credentialsRequired;

  @Option(
      names = "--apply-filters",
      description = "Lists have only the items whose members are as the query's parameters say.")
  private boolean filtered;

  @Option(
      names = "--trait",
      paramLabel = "NAME[=VALUE]",
      description = {
        "A way in which the server is hard on its clients, as often as there are some; see below.",
        "A document says the same by x-pageturner-mock, and NAME=off takes it away."
      })
  private List<String> traits = List.of();

  @Mixin
  private ReadingOptions reading = new ReadingOptions();

  MockCommand(Console console) {
    this.console = console;
  }

  /** Traits are named by the mock server, with what they do. */
  @Spec
  void addTraitsToHelp(CommandSpec spec) {
    List<String> footer = new ArrayList<>();
    footer.add("");
    footer.add("Traits:");
    Trait.usages().forEach(usage -> footer.add("  " + usage));
    spec.usageMessage()
        .footer(Stream.concat(Arrays.stream(spec.usageMessage().footer()), footer.stream())
            .toArray(String[]::new));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return serve();
    } catch (IOException | UncheckedIOException e) {
      console.say("pageturner: the server cannot listen on port " + port);
      return ExitCode.FAILED;
    }
  }

  private int serve() throws IOException, InterruptedException {
    Path file = har == null ? document : har;
    if (file == null || (document != null && har != null)) {
      throw new IllegalArgumentException("it takes a document, or --har FILE");
    } else if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port is from 0 to 65535");
    }
    Path existing = DocumentOptions.existing(file);
    return har == null ? serveDocument(existing) : replay(existing);
  }

  private int serveDocument(Path file) throws InterruptedException {
    try (MockApi api = MockApi.start(file, options())) {
      if (rate != null) {
        api.rateLimit(rate.permits(), rate.period(), LimitHeaders.IETF);
      }
      api.lists().forEach(list -> console.say("  " + described(api.list(list))));
      return until(api.baseUrl(), api.lists().size() + " lists");
    }
  }

  /**
   * {@return a list with the traits that it has, those it has no place for, and what it ignores}
   */
  private static String described(MockList list) {
    return list
        + said("; ", list.traits())
        + said("; no place for ", list.unsuitedTraits())
        + said("; ignores ", list.ignoredParameters());
  }

  private static String said(String before, List<String> words) {
    return words.isEmpty() ? "" : before + String.join(", ", words);
  }

  private MockOptions options() {
    MockOptions.Builder options = MockOptions.newBuilder()
        .port(port)
        .latency(latency)
        .requireCredentials(credentialsRequired)
        .applyFilters(filtered)
        .traits(traits.stream().map(Trait::parse).toArray(Trait[]::new))
        .allowRemoteReferences(reading.options().allowRemoteReferences());
    reading.options().folders().forEach(options::allowFolder);
    if (items != null) {
      options.items(items);
    }
    if (pageSize != null) {
      options.pageSize(pageSize);
    }
    return seed == null ? options.build() : options.seed(seed).build();
  }

  private int replay(Path file) throws IOException, InterruptedException {
    boolean ofDocuments = items != null || pageSize != null || seed != null || rate != null;
    if (ofDocuments || credentialsRequired || filtered || !traits.isEmpty()) {
      throw new IllegalArgumentException("with --har there are --port and --latency only");
    }
    try (HarServer server = HarServer.start(file, port, latency)) {
      return until(server.url(), server.size() + " responses");
    }
  }

  private int until(String address, String what) throws InterruptedException {
    console.say("Serving " + what + "; Ctrl-C ends it.");
    console.print(address + "\n");
    console.stop().await();
    return ExitCode.COMPLETE;
  }
}
