package dev.pageturner.samples.quickstart;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How far the work is, on standard error: a bar on a terminal, a line now and then elsewhere. For
 * one thread.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 80;
  private static final int LINE_EVERY = 2500;

  private final String task;
  private final @Nullable ProgressBar bar;
  private long current;
  private long said;

  private Progress(String task, long current, @Nullable ProgressBar bar) {
    this.task = task;
    this.current = current;
    this.said = current;
    this.bar = bar;
  }

  /**
   * {@return the progress of a task}
   *
   * @param task what is done, in a word
   * @param max the items at the end, -1 when that is not known
   * @param current the items done before
   */
  static Progress start(String task, long max, long current) {
    return new Progress(task, current, onTerminal() ? bar(task, max, current) : null);
  }

  private static ProgressBar bar(String task, long max, long current) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(max)
        .startsFrom(current, Duration.ZERO)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .build();
  }

  /** Java cannot say whether standard error is a terminal; the shell of the system can. */
  private static boolean onTerminal() {
    try {
      return new ProcessBuilder("sh", "-c", "test -t 2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // Not a system with a shell of that name.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void add(long items) {
    current += items;
    if (bar != null) {
      bar.stepTo(current);
    } else if (current / LINE_EVERY > said / LINE_EVERY) {
      said = current;
      System.err.printf(Locale.ROOT, "%s: %,d%n", task, current);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
