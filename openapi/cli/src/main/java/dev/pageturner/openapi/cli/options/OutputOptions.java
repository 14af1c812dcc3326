package dev.pageturner.openapi.cli.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the items go, and what else is told of the run. */
public final class OutputOptions {
  /** How the progress is shown. */
  public enum ProgressForm {
    /** A bar on a terminal, lines elsewhere. */
    auto,
    /** One line that changes. */
    bar,
    /** A line every few seconds. */
    lines,
    /** Not at all. */
    off
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes there rather than to standard output, -; .gz makes it gzip.")
  private @Nullable Path output;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Keeps there where to go on; -o is needed. Kept after a failure, an interrupt, a kill -9."
      })
  private @Nullable Path checkpoint;

  @Option(
      names = "--resume",
      description = {
        "Goes on where the checkpoint says; from the start if there is none. Of",
        "a run that was complete nothing is asked again, if its output is as it",
        "was; of one that ended in doubt the last page is."
      })
  private boolean resume;

  @Option(
      names = "--sync",
      paramLabel = "FILE",
      description = {
        "The first run lists everything, each later one what has changed since. FILE",
        "keeps what the last page offered for later (--sync-at says what), and is",
        "written when the output is complete: a run that fails is repeated whole."
      })
  private @Nullable Path sync;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "How often the checkpoint is written. Default: ${DEFAULT-VALUE}.")
  private Duration interval = Duration.ofSeconds(1);

  @Option(names = "--raw-pages", description = "Writes whole pages, one a line, not their items.")
  private boolean rawPages;

  @Option(
      names = "--events",
      description = {
        "The answer is an event stream: the data of each event is a line, as",
        "it is if it is JSON, else as a JSON string. For GET this is found out."
      })
  private boolean events;

  @Option(
      names = "--dry-run",
      description = "Sends nothing: prints the first request as curl, and what ends the list.")
  private boolean dryRun;

  @Option(
      names = "--explain",
      description = "Says how the list pages and why, as options, and why it ended.")
  private boolean explain;

  @Option(
      names = {"-v", "--verbose"},
      description = "One line for each request.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no summary; warnings and errors are told all the same.")
  private boolean quiet;

  @Option(
      names = "--progress",
      paramLabel = "FORM",
      defaultValue = "auto",
      description = "auto, bar, lines or off. Default: ${DEFAULT-VALUE}.")
  private ProgressForm progress = ProgressForm.auto;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = {
        "Writes a page of HTML with a waterfall of requests, waits and retries, without bodies;"
            + " secrets are masked as with --har."
      })
  private @Nullable Path trace;

  @Option(
      names = "--har",
      paramLabel = "FILE",
      description = {
        "Records requests and responses with their bodies as HAR 1.2. Masked as *** are what was"
            + " sent as a credential, wherever it comes again, and in headers, queries, forms, links"
            + " and members of JSON what is called like a secret (password, api_key, an item's"
            + " token)."
      })
  private @Nullable Path har;

  /**
   * Makes sure that the options fit each other.
   *
   * @param choices the other ones
   */
  public void check(TraversalChoices choices) {
    if (checkpoint != null && output().isEmpty()) {
      throw new IllegalArgumentException(
          "--checkpoint needs -o FILE: only a file can be cut back to what the checkpoint knows");
    }
    if (resume && checkpoint == null) {
      throw new IllegalArgumentException("--resume needs --checkpoint FILE");
    }
    if (sync != null && (checkpoint != null || events || dryRun || !choices.isWhole())) {
      throw new IllegalArgumentException("--sync lists to the end, and runs whole: neither"
          + " --max-items, --max-pages, --checkpoint, --events nor --dry-run go with it");
    }
    if (rawPages && choices.maxItems().isPresent()) {
      throw new IllegalArgumentException("--raw-pages writes whole pages: say --max-pages instead");
    }
    if (events && (rawPages || checkpoint != null || choices.maxPages().isPresent())) {
      throw new IllegalArgumentException(
          "--events knows no pages: neither --raw-pages, --max-pages nor --checkpoint");
    }
    if (rawPages && choices.isAhead()) {
      throw new IllegalArgumentException("--raw-pages and --prefetch exclude each other");
    }
  }

  /** {@return the file to write to; empty for standard output} */
  public Optional<Path> output() {
    return Optional.ofNullable(output).filter(file -> !file.toString().equals("-"));
  }

  /** {@return the file of the checkpoint} */
  public Optional<Path> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }

  /** {@return the file of what the end of the list offers for later} */
  public Optional<Path> sync() {
    return Optional.ofNullable(sync);
  }

  /** {@return whether to go on} */
  public boolean isResumed() {
    return resume;
  }

  /** {@return the time between two checkpoints} */
  public Duration interval() {
    return interval;
  }

  /** {@return whether pages are written rather than items} */
  public boolean isRaw() {
    return rawPages;
  }

  /** {@return whether the answer is an event stream} */
  public boolean isEvents() {
    return events;
  }

  /** {@return whether nothing is to be sent} */
  public boolean isDryRun() {
    return dryRun;
  }

  /** {@return whether to say how the list pages} */
  public boolean isExplained() {
    return explain;
  }

  /** {@return whether to say each request} */
  public boolean isVerbose() {
    return verbose;
  }

  /** {@return whether to say no more than what goes wrong} */
  public boolean isQuiet() {
    return quiet;
  }

  /** {@return how to show the progress} */
  public ProgressForm progress() {
    return quiet ? ProgressForm.off : progress;
  }

  /** {@return where the waterfall goes} */
  public Optional<Path> trace() {
    return Optional.ofNullable(trace);
  }

  /** {@return where the recording goes} */
  public Optional<Path> har() {
    return Optional.ofNullable(har);
  }
}
