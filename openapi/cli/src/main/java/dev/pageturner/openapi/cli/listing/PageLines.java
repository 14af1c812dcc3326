package dev.pageturner.openapi.cli.listing;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.cli.record.Recorded;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.position.Checkpoint;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okio.ByteString;

/**
 * Each page is a line, written once its last item was given out, that is when another page is asked
 * for. Of the page of a checkpoint, items that were given out mean that it has been written.
 *
 * <p>For one thread: pages are not read ahead.
 */
final class PageLines implements Content {
  private final Output out;
  private final Map<Long, ByteString> pages = new TreeMap<>();
  private final boolean firstWritten;
  private long asked;
  private long lines;
  private boolean finished;

  /**
   * Starts.
   *
   * @param out where the lines go
   * @param resumed where an earlier run ended
   */
  PageLines(Output out, Optional<RunState> resumed) {
    this.out = out;
    this.lines = resumed.map(RunState::items).orElse(0L);
    this.firstWritten = resumed.map(PageLines::isWritten).orElse(false);
  }

  /** An empty page has no items that were given out, and is one line more than pages before it. */
  private static boolean isWritten(RunState state) {
    return state.checkpoint().consumed() > 0 || state.items() > state.pagesBefore();
  }

  @Override
  public void item(RawJson item) {}

  @Override
  public void received(Recorded recorded) {
    boolean success = recorded.status() / 100 == 2;
    boolean written = asked == 1 && firstWritten;
    if (!success || written || recorded.bytes() == 0) {
      return;
    }
    recorded.content().ifPresent(body -> pages.put(asked, body));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  @Override
  public void on(TraversalEvent event) {
    if (event instanceof TraversalEvent.PageRequested requested) {
      asked = requested.page();
    }
  }

  @Override
  public void settle() {
    write(asked - 1);
  }

  @Override
  public void finish() {
    finished = true;
    write(asked);
  }

  private void write(long through) {
    var done = pages.entrySet().iterator();
    while (done.hasNext()) {
      Map.Entry<Long, ByteString> page = done.next();
      if (page.getKey() > through) {
        return;
      }
      out.write(RawJson.parse(withoutMark(page.getValue().utf8())));
      lines++;
      done.remove();
    }
  }

  @Override
  public Checkpoint goOnAt(Checkpoint checkpoint) {
    return finished ? checkpoint : new Checkpoint(checkpoint.place(), 0, checkpoint.request());
  }

  @Override
  public long lines() {
    return lines;
  }
}
