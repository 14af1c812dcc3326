package dev.pageturner.page;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens in one traversal, or in several: pages, bytes, waits, retries.
 *
 * <p>A listener to give to a sequence or to a client; {@link #toString} is the line to print at the
 * end of a run. Safe for threads.
 */
public final class TraversalSummary implements TraversalListener {
  private final long started = System.nanoTime();
  private final LongAdder pages = new LongAdder();
  private final LongAdder items = new LongAdder();
  private final LongAdder omitted = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder waits = new LongAdder();
  private final LongAdder nanosWaited = new LongAdder();

  /** Starts at zero, and now. */
  public TraversalSummary() {}

  @Override
  public void on(TraversalEvent event) {
    if (event instanceof TraversalEvent.PageReceived received) {
      pages.increment();
      bytes.add(received.bytes());
    } else if (event instanceof TraversalEvent.Waiting waiting) {
      waits.increment();
      nanosWaited.add(waiting.duration().toNanos());
    } else if (event instanceof TraversalEvent.Retrying) {
      retries.increment();
    } else if (event instanceof TraversalEvent.Failed) {
      failures.increment();
    } else if (event instanceof TraversalEvent.Ended ended) {
      items.add(ended.items());
      omitted.add(ended.omitted());
    }
  }

  /** {@return the pages received} */
  public long pages() {
    return pages.sum();
  }

  /** {@return the items given out by traversals that have ended} */
  public long items() {
    return items.sum();
  }

  /** {@return the items that traversals have left out, since they did not fit their type} */
  public long omitted() {
    return omitted.sum();
  }

  /** {@return the bytes of the pages that were read whole} */
  public long bytes() {
    return bytes.sum();
  }

  /** {@return the requests that were sent again} */
  public long retries() {
    return retries.sum();
  }

  /** {@return the errors that were thrown} */
  public long failures() {
    return failures.sum();
  }

  /** {@return the waits for permits, servers and retries} */
  public long waits() {
    return waits.sum();
  }

  /** {@return how long they were, as they were announced} */
  public Duration waited() {
    return Duration.ofNanos(nanosWaited.sum());
  }

  /** {@return one line for people} */
  @Override
  public String toString() {
    double seconds = (double) (System.nanoTime() - started) / TimeUnit.SECONDS.toNanos(1);
    return String.format(
        Locale.ROOT,
        "%,d items%s, %,d pages, %,d bytes, %d retries, %d failures, %d waits of %.1f s, %.1f s in all",
        items(),
        omitted() == 0 ? "" : String.format(Locale.ROOT, " (%,d left out)", omitted()),
        pages(),
        bytes(),
        retries(),
        failures(),
        waits(),
        (double) waited().toNanos() / TimeUnit.SECONDS.toNanos(1),
        seconds);
  }
}
