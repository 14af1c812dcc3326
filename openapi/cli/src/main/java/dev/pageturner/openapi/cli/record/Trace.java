package dev.pageturner.openapi.cli.record;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Collects what happens in a run, and writes it as a page at its end. Safe for threads. */
public final class Trace implements TraversalListener, AutoCloseable {
  /** More rows than anybody looks through; browsers take them. */
  private static final int MOST_ROWS = 2000;

  private final Path file;
  private final Secrets secrets;
  private final LongSupplier nanos;
  private final List<TraceRow> rows = new ArrayList<>();
  private final List<TraceNote> notes = new ArrayList<>();
  private final TraceCounts counts = new TraceCounts();
  private String retry = "";
  private String page = "";

  /**
   * Starts.
   *
   * @param file where the page goes
   * @param secrets what is masked
   * @param nanos nanoseconds since the beginning of the run
   */
  public Trace(Path file, Secrets secrets, LongSupplier nanos) {
    this.file = file;
    this.secrets = secrets;
    this.nanos = nanos;
  }

  /** Takes note of a request whose response has been read. */
  public synchronized void sent(Recorded recorded) {
    counts.sent(recorded);
    String result = recorded.status() == 0
        ? recorded.failure().orElse("no answer")
        : String.format(Locale.ROOT, "%d, %,d bytes", recorded.status(), recorded.bytes())
            + recorded.failure().map(failure -> ", " + failure).orElse("");
    boolean failed = recorded.failure().isPresent() || recorded.status() / 100 > 3;
    add(new TraceRow(
        failed ? TraceRow.Kind.FAILED : TraceRow.Kind.REQUEST,
        page + retry,
        recorded.method() + " " + secrets.url(recorded.url()),
        result,
        recorded.sentAt(),
        recorded.answeredAt(),
        recorded.endedAt()));
    retry = "";
  }

  @Override
  public synchronized void on(TraversalEvent event) {
    long now = nanos.getAsLong();
    if (event instanceof TraversalEvent.PageRequested requested) {
      page = "page " + requested.page();
    } else if (event instanceof TraversalEvent.Waiting waiting) {
      counts.waited(waiting.duration());
      String what = switch (waiting.reason()) {
        case RATE_LIMIT -> "rate limit";
        case SERVER_HINT -> "the server asks for it";
        case RETRY -> "before a retry";
      };
      long until = now + waiting.duration().toNanos();
      add(new TraceRow(TraceRow.Kind.WAIT, "wait", what, what, now, now, until));
    } else if (event instanceof TraversalEvent.Retrying retrying) {
      counts.retried();
      retry = ", retry " + retrying.retry();
      note(now, "Sent again: " + retrying.reason());
    } else if (event instanceof TraversalEvent.Detected detected) {
      note(now, "Recognised: " + detected.pagination() + ", since " + detected.reason());
    } else if (event instanceof TraversalEvent.Warning warning) {
      note(now, "Warning: " + warning.message());
    } else if (event instanceof TraversalEvent.Recovered recovered) {
      note(now, "Went on elsewhere: " + recovered.reason());
    } else if (event instanceof TraversalEvent.Ended ended) {
      String reason = ended.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      note(
          now,
          String.format(
              Locale.ROOT,
              "Ended, %s: %,d items, %,d pages%s",
              reason,
              ended.items(),
              ended.pages(),
              ended.verdict().map(verdict -> "; " + verdict).orElse("")));
    } else if (event instanceof TraversalEvent.Failed failed) {
      note(now, "Failed: " + failed.message());
    }
  }

  private void add(TraceRow row) {
    if (rows.size() < MOST_ROWS) {
      rows.add(row);
    }
    counts.row();
  }

  private void note(long at, String text) {
    if (notes.size() < MOST_ROWS) {
      notes.add(new TraceNote(at, secrets.text(text)));
    }
  }

  /** Writes the page. */
  @Override
  public synchronized void close() {
    try {
      Files.writeString(file, TracePage.of(rows, notes, counts, nanos.getAsLong()));
    } catch (IOException e) {
      throw new PageturnerException.Storage(file + " cannot be written", e);
    }
  }
}
