package dev.pageturner.openapi.cli.listing;

import dev.pageturner.openapi.cli.options.OutputOptions.ProgressForm;
import dev.pageturner.page.TraversalEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What is said on standard error during a run: messages, and between them how far it is. A bar is
 * one line that is written again and again; elsewhere a line comes every few seconds. Safe for
 * threads.
 */
final class Progress {
  private static final long BAR_EVERY = Duration.ofMillis(100).toNanos();
  private static final long LINE_EVERY = Duration.ofSeconds(5).toNanos();
  private static final int BAR_WIDTH = 24;
  private static final String CLEARED = "\r\u001b[K";
  // On a narrow terminal the end is cut off: what went on in the next row would stay there.
  private static final String CUT = "\u001b[?7l";
  private static final String WRAPPED = "\u001b[?7h";

  private final PrintStream err;
  private final Console console;
  private final ProgressForm form;
  private final long started;
  private final long itemsBefore;
  private long items;
  private long pages;
  private long shownAt;
  private boolean barShown;
  private OptionalLong total = OptionalLong.empty();
  private String waiting = "";

  Progress(Console console, ProgressForm form, long itemsBefore) {
    this.console = console;
    this.err = console.err();
    this.form = form == ProgressForm.auto ? fitting(console) : form;
    this.started = console.nanos().getAsLong();
    this.shownAt = started;
    this.itemsBefore = itemsBefore;
    this.items = itemsBefore;
  }

  private static ProgressForm fitting(Console console) {
    boolean dumb = "dumb".equals(console.environment().get("TERM"));
    return console.terminal().getAsBoolean() && !dumb ? ProgressForm.bar : ProgressForm.lines;
  }

  boolean isShown() {
    return form != ProgressForm.off;
  }

  /** Says a line. */
  synchronized void say(String line) {
    clearBar();
    console.say(line);
  }

  /** Takes note of an item that was written. */
  synchronized void wrote() {
    items++;
    show(false);
  }

  synchronized void total(long items) {
    total = OptionalLong.of(items);
  }

  /** Takes note of what happens. */
  synchronized void on(TraversalEvent event) {
    if (event instanceof TraversalEvent.PageReceived) {
      pages++;
      waiting = "";
      show(false);
    } else if (event instanceof TraversalEvent.Waiting wait) {
      waiting = "waits " + seconds(wait.duration()) + " "
          + switch (wait.reason()) {
            case RATE_LIMIT -> "for the rate limit";
            case SERVER_HINT -> "as the server asks";
            case RETRY -> "before it tries again";
          };
      show(wait.duration().toNanos() >= LINE_EVERY || form == ProgressForm.bar);
    }
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private void show(boolean now) {
    if (form == ProgressForm.off) {
      return;
    }
    long time = console.nanos().getAsLong();
    long every = form == ProgressForm.bar ? BAR_EVERY : LINE_EVERY;
    if (!now && time - shownAt < every) {
      return;
    }
    shownAt = time;
    if (form == ProgressForm.bar) {
      err.print(CLEARED + CUT + bar() + text(time) + WRAPPED);
      err.flush();
      barShown = true;
    } else {
      err.println(text(time));
    }
  }

  private String bar() {
    if (total.isEmpty()) {
      return "";
    }
    long all = Math.max(1, Math.max(items, total.getAsLong()));
    int full = (int) (items * BAR_WIDTH / all);
    return "[" + "=".repeat(full) + " ".repeat(BAR_WIDTH - full) + "] ";
  }

  private String text(long time) {
    double seconds = Math.max(0.001, (time - started) / (double) TimeUnit.SECONDS.toNanos(1));
    String of = total.isEmpty() ? "" : String.format(Locale.ROOT, " of %,d", total.getAsLong());
    // Why it waits stands early: it is what a narrow terminal should not cut off.
    return String.format(
        Locale.ROOT,
        "%,d%s items%s, %,d pages, %,.0f items/s",
        items,
        of,
        waiting.isEmpty() ? "" : ", " + waiting,
        pages,
        (items - itemsBefore) / seconds);
  }

  private void clearBar() {
    if (barShown) {
      err.print(CLEARED);
      barShown = false;
    }
  }

  /** Takes the bar away. */
  synchronized void end() {
    clearBar();
    err.flush();
  }

  synchronized long items() {
    return items;
  }

  synchronized long pages() {
    return pages;
  }

  /** {@return the time since the beginning, in words} */
  String elapsed() {
    return seconds(Duration.ofNanos(console.nanos().getAsLong() - started));
  }
}
