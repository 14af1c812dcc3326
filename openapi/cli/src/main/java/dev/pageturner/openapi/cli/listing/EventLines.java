package dev.pageturner.openapi.cli.listing;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.json.RawJson;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import java.util.Locale;

/**
 * An event stream, from its first event to its last one: the data of each event is a line, at once.
 * Data that is JSON stays what it is, any other is a JSON string.
 */
final class EventLines {
  private final ListJob job;
  private final Console console;
  private final Output out;
  private final Content content;
  private final Progress progress;
  private final Endings endings;

  EventLines(
      ListJob job,
      Console console,
      Output out,
      Content content,
      Progress progress,
      Endings endings) {
    this.job = job;
    this.console = console;
    this.out = out;
    this.content = content;
    this.progress = progress;
    this.endings = endings;
  }

  /** {@return the exit code} */
  int run(LazyIterable<ServerEvent> stream) {
    long most = job.choices().maxItems().orElse(Long.MAX_VALUE);
    try (CloseableIterator<ServerEvent> events = stream.limit(most).iterator()) {
      while (step(events)) {
        // Whoever reads along should not wait for the next event.
        out.show();
      }
      out.commit();
      return console.stop().isRequested() ? endings.interrupted() : ended();
    } catch (PageturnerException e) {
      return failed(e);
    }
  }

  private boolean step(CloseableIterator<ServerEvent> events) {
    ServerEvent event =
        console.stop().unlessRequested(() -> events.hasNext() ? events.next() : null);
    if (event == null) {
      return false;
    }
    content.item(json(event.data()));
    progress.wrote();
    return true;
  }

  private static RawJson json(String data) {
    try {
      return RawJson.parse(data);
    } catch (IllegalArgumentException e) {
      return RawJson.of(data);
    }
  }

  private int ended() {
    if (!job.output().isQuiet()) {
      progress.say(
          String.format(Locale.ROOT, "%,d events, %s", content.lines(), progress.elapsed()));
    }
    return ExitCode.COMPLETE;
  }

  private int failed(PageturnerException e) {
    if (out.isReaderGone(e)) {
      return ExitCode.COMPLETE;
    }
    boolean stopped = console.stop().isRequested() && e instanceof PageturnerException.Cancelled;
    return stopped ? endings.interrupted() : endings.failed(e);
  }
}
