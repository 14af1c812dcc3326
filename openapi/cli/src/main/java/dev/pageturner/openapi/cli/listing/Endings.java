package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.position.StopReason;
import java.util.Locale;
import java.util.Set;

/** What is said at the end of a run, and its exit code. */
final class Endings {
  private static final Set<Integer> FORGOTTEN = Set.of(400, 404, 410);

  /** What the sdk asks for, and this program has an option for. */
  private static final String ASKED = "say where the items are";

  private final ListJob job;
  private final Progress progress;
  private final Content content;
  private final boolean kept;

  Endings(ListJob job, Progress progress, Content content, boolean kept) {
    this.job = job;
    this.progress = progress;
    this.content = content;
    this.kept = kept;
  }

  int complete(StopReason reason) {
    if (!job.output().isQuiet()) {
      progress.say(String.format(
          Locale.ROOT,
          "%s, %s read, %s",
          lines(),
          counted(progress.pages(), "page"),
          progress.elapsed()));
    }
    if (job.output().isExplained()) {
      progress.say("Ended: "
          + switch (reason) {
            case END_OF_LIST -> "the list is complete.";
            case MAX_ITEMS -> "as many items as asked for.";
            case MAX_PAGES -> "as many pages as asked for.";
            case CLOSED -> "closed.";
          });
    }
    return ExitCode.COMPLETE;
  }

  int interrupted() {
    if (!job.output().isQuiet()) {
      progress.say("Interrupted after " + lines() + ". " + howToGoOn());
    }
    return ExitCode.INTERRUPTED;
  }

  int failed(PageturnerException e) {
    progress.say("pageturner: " + e.getMessage());
    if (e.kind() == Kind.UNSAFE_LINK) {
      progress.say("If that is where the list goes on, say so: --allow-origin ORIGIN");
    }
    if (String.valueOf(e.getMessage()).contains(ASKED)) {
      progress.say("Where they are is said by --items, for example --items '$.data'");
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

  private String lines() {
    return counted(content.lines(), job.output().isRaw() ? "page" : "item");
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  private String howToGoOn() {
    if (!kept) {
      return "With -o FILE --checkpoint FILE, a run can go on where it stopped.";
    }
    return job.output().isResumed()
        ? "To go on: the same command again."
        : "To go on: the same command with --resume.";
  }
}
