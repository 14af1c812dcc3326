package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is said at the end of a run, and its exit code. */
final class Endings {
  private static final Set<Integer> FORGOTTEN = Set.of(400, 404, 410);

  /** What the sdk asks for, and this program has an option for. */
  private static final String OFFERED = "offers no place to go on from later";

  private static final String ASKED = "say where the items are";

  private final ListJob job;
  private final Witnesses witnesses;
  private final Progress progress;
  private final Content content;
  private final boolean kept;

  Endings(ListJob job, Witnesses witnesses, Progress progress, Content content, boolean kept) {
    this.job = job;
    this.witnesses = witnesses;
    this.progress = progress;
    this.content = content;
    this.kept = kept;
  }

  /** {@return the exit code of a run that went to an end} */
  int ended(StopReason reason, Optional<Verdict> verdict) {
    if (!job.output().isQuiet()) {
      progress.say(String.format(
          Locale.ROOT,
          "%s, %s read, %s%s",
          lines(),
          counted(progress.pages(), "page"),
          progress.elapsed(),
          verdict.map(end -> "; " + inShort(end)).orElse("")));
    }
    if (job.output().isExplained()) {
      explain(reason, verdict);
    }
    return verdict.map(this::judged).orElse(ExitCode.COMPLETE);
  }

  private static String inShort(Verdict end) {
    return switch (end.certainty()) {
      case PROVED -> "the list is complete";
      case ASSUMED -> "nothing says that there is more";
      case IN_DOUBT -> "it is in doubt whether there is more";
      case CONTRADICTED -> "the list is not complete";
    };
  }

  private void explain(StopReason reason, Optional<Verdict> verdict) {
    progress.say("Ended: "
        + switch (reason) {
          case END_OF_LIST -> verdict.map(Verdict::toString).orElse("the end of the list") + ".";
          case MAX_ITEMS -> "as many items as asked for.";
          case MAX_PAGES -> "as many pages as asked for.";
          case CLOSED -> "closed.";
        });
    verdict
        .filter(Verdict::isComplete)
        .ifPresent(end -> end.evidence()
            .forEach(outweighed -> progress.say("Outweighed by that: " + outweighed + ".")));
  }

  /** No doubt is silent, not even one that was accepted, of which the sdk does not warn. */
  private int judged(Verdict end) {
    boolean open =
        end.certainty() == Certainty.IN_DOUBT || end.certainty() == Certainty.CONTRADICTED;
    boolean accepted = job.choices().isIncompleteAccepted();
    if (open && accepted) {
      progress.say("Warning: " + end);
    }
    if (open) {
      sayOptions(end);
    }
    if (open && !accepted && kept) {
      progress.say(howToGoOn());
    }
    return open && !accepted ? ExitCode.IN_DOUBT : ExitCode.COMPLETE;
  }

  private void sayOptions(Verdict end) {
    EvidenceOptions.lines(end, witnesses.pagination()).forEach(progress::say);
    if (!job.choices().isIncompleteAccepted()) {
      progress.say("To take the list as it is: --accept-incomplete");
    }
  }

  int interrupted() {
    if (!job.output().isQuiet()) {
      progress.say("Interrupted after " + lines() + ". " + howToGoOn());
    }
    return ExitCode.INTERRUPTED;
  }

  int failed(PageturnerException e) {
    Optional<Verdict> verdict = contradicted(e);
    progress.say("pageturner: " + verdict.map(Verdict::toString).orElseGet(() -> e.getMessage()));
    ServerWords.of(e, witnesses.secrets())
        .ifPresent(words -> progress.say("The server said: " + words));
    verdict.ifPresent(this::sayOptions);
    if (e.kind() == Kind.UNSAFE_LINK) {
      progress.say("If that is where the list goes on, say so: --allow-origin ORIGIN");
    }
    if (String.valueOf(e.getMessage()).contains(ASKED)) {
      progress.say("Where they are is said by --items, for example --items '$.data'");
    }
    if (String.valueOf(e.getMessage()).contains(OFFERED)) {
      progress.say("Where it is is said by --sync-at, for example --sync-at '$.nextSyncToken'"
          + " --sync-send query:syncToken");
    }
    if (kept || content.lines() > 0) {
      progress.say("Stopped after " + lines() + ". " + howToGoOn());
    }
    if (kept
        && e.isResumed()
        && e instanceof PageturnerException.Status status
        && FORGOTTEN.contains(status.status())) {
      progress.say("The server may have forgotten that place: then delete the checkpoint, and"
          + " start again.");
    }
    return ExitCode.FAILED;
  }

  /** An end that is believed may be an error too, where it is no place to go on from later. */
  private static Optional<Verdict> contradicted(PageturnerException e) {
    Optional<Verdict> end =
        e instanceof PageturnerException.Paging paging ? paging.verdict() : Optional.empty();
    return end.filter(verdict -> verdict.certainty() == Certainty.CONTRADICTED);
  }

  private String lines() {
    return counted(content.lines(), job.output().isRaw() ? "page" : "item");
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  private String howToGoOn() {
    if (job.output().sync().isPresent()) {
      return "The same command repeats the run.";
    } else if (!kept) {
      return "With -o FILE --checkpoint FILE, a run can go on where it stopped.";
    }
    return job.output().isResumed()
        ? "To go on: the same command again."
        : "To go on: the same command with --resume.";
  }
}
