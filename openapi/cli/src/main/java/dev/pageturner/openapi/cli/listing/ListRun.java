package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.openapi.cli.options.OutputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run over a list, from the checkpoint to the exit code. */
public final class ListRun {
  private final ListJob job;
  private final OutputOptions options;
  private final Console console;

  /**
   * Prepares a run.
   *
   * @param job what to list
   * @param console what is around it
   * @throws IllegalArgumentException if what was said does not fit together
   */
  public ListRun(ListJob job, Console console) {
    job.check(console.environment());
    this.job = job;
    this.options = job.output();
    this.console = console;
  }

  /**
   * Lists, and says on standard error what went wrong.
   *
   * @return the exit code
   * @throws IllegalArgumentException if there is a checkpoint, and nobody said to resume
   */
  public int run() {
    if (options.isDryRun()) {
      return new DryRun(job, console).print();
    }
    Optional<StateFile> file = options.checkpoint().map(StateFile::new);
    if (!options.isResumed() && file.map(StateFile::exists).orElse(false)) {
      throw new IllegalArgumentException("there is a checkpoint at " + file.orElseThrow()
          + ": go on with --resume, or delete it to start again");
    }
    try {
      requireFolders();
      return run(file, file.flatMap(StateFile::load));
    } catch (PageturnerException e) {
      console.say("pageturner: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }

  /** What is written late should not fail late. */
  private void requireFolders() {
    for (Optional<Path> written : List.of(options.checkpoint(), options.sync(), options.trace())) {
      @Nullable
      Path folder = written.map(file -> file.toAbsolutePath().getParent()).orElse(null);
      if (folder != null && !Files.isWritable(folder)) {
        throw new PageturnerException.Storage(written.orElseThrow() + " cannot be written", null);
      }
    }
  }

  private void requireSameList(RunState before) {
    before.requireSameContent(options.isRaw(), job.pagination());
    job.check(before, console.environment());
  }

  /** {@return whether the list is complete, and all of it is where it was written to} */
  private boolean isDone(RunState before) {
    if (!before.isComplete() || !before.isOf(job.pagination())) {
      return false;
    }
    Path file = options.output().orElseThrow();
    if (!Files.exists(file)) {
      throw changed(file + " is missing, which the checkpoint knows to be complete");
    }
    long length = lengthOf(file);
    // A device or a pipe keeps nothing.
    if (Files.isRegularFile(file) && length != before.bytes()) {
      throw changed(file + " has " + length + " bytes, not the " + before.bytes()
          + " that the checkpoint knows");
    }
    return true;
  }

  private static long lengthOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new PageturnerException.Storage(file + " cannot be read", e);
    }
  }

  private PageturnerException changed(String what) {
    return new PageturnerException.BadCheckpoint(
        what + "; to start again, delete " + options.checkpoint().orElseThrow(), null);
  }

  private int run(Optional<StateFile> file, Optional<RunState> before) {
    before.ifPresent(this::requireSameList);
    if (before.filter(this::isDone).isPresent()) {
      if (!options.isQuiet()) {
        console.say(
            "Complete already: nothing to do. To start again, delete " + file.orElseThrow());
      }
      return ExitCode.COMPLETE;
    }
    Optional<SyncFile> sync = options.sync().map(path -> SyncFile.open(path, options.isRaw()));
    sync.flatMap(SyncFile::since).ifPresent(this::requireSameList);
    try (Output out = Output.open(options.output(), before, console);
        Walk walk = new Walk(job, console, out, new RunFiles(file, before, sync))) {
      return walk.run();
    }
  }
}
