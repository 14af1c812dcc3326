package dev.pageturner.page;

import dev.pageturner.position.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens in one traversal, or in several: pages, bytes, waits, retries; and says how
 * far the ends of their lists can be believed.
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
  private final AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();

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
      ended
          .verdict()
          .ifPresent(end -> verdict.accumulateAndGet(end, TraversalSummary::lessCertain));
    }
  }

  private static Verdict lessCertain(@Nullable Verdict one, Verdict other) {
    return one == null || other.certainty().compareTo(one.certainty()) > 0 ? other : one;
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

  /**
   * {@return how far the ends of the lists can be believed: of several ends, the least certain one
   * and its words; empty as long as no traversal has come to the end of its list}
   *
   * <p>An end that the server contradicts is an error, which counts as a failure, unless
   * {@link PagedIterable#acceptIncomplete()} made it an end.
   */
  public Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict.get());
  }

  /** {@return one line for people, with the verdict at its end if there is one} */
  @Override
  public String toString() {
    double seconds = (double) (System.nanoTime() - started) / TimeUnit.SECONDS.toNanos(1);
    String counts = String.format(
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
    return verdict().map(end -> counts + "; " + end).orElse(counts);
  }
}
