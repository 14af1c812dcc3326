package dev.pageturner.async.internal;

import dev.pageturner.internal.walk.PageSpot;
import dev.pageturner.internal.walk.Steps;
import dev.pageturner.internal.walk.Steps.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a page that is streamed, read by a thread that waits for bytes and taken by one that
 * does not.
 *
 * <p>They are handed over in lots: those that one read from the wire has completed. The reader says
 * when it is about to read again, so that no element is kept back while bytes are waited for. It
 * goes on while the other side has taken all that was handed over, and within a page only: what is
 * held is about what one read brought, and no page is fetched that nobody asked for.
 *
 * @param <T> the elements
 */
final class Run<T> {
  /** After so many lots, others who wait for a thread get their turn. */
  private static final int MOST_LOTS = 64;

  private final Runnable wake;
  private final Queue<Lot<T>> lots = new ConcurrentLinkedQueue<>();
  private volatile boolean running;

  // Of the reader.
  private boolean says;
  private @Nullable Lot<T> open;
  private int handedOver;

  // Of the taker; the last two are the reader's before it stops running.
  private @Nullable Lot<T> current;
  private int taken;
  private boolean ended;
  private @Nullable Throwable failure;

  /** Elements that follow each other in a page, the first of them after {@code before} others. */
  private record Lot<T>(List<T> elements, PageSpot spot, long before) {}

  /** Prepares to hand elements over to whoever is woken. */
  Run(Runnable wake) {
    this.wake = wake;
  }

  /**
   * {@return what the reader of the pages runs before it reads from the wire; without it each
   * element is handed over by itself}
   */
  Runnable beforeReading() {
    says = true;
    return this::handOver;
  }

  /**
   * Reads on, as far as that is wanted, on a thread that may be kept. By the taker.
   *
   * @throws RuntimeException if no thread is to be had; then nothing is being read
   */
  void begin(Executor blocking, Steps<T> steps) {
    running = true;
    try {
      blocking.execute(() -> read(steps));
    } catch (Throwable e) {
      running = false;
      throw e;
    }
  }

  private void read(Steps<T> steps) {
    try {
      handedOver = 0;
      State state = steps.advance(true);
      ended = state == State.ENDED;
      boolean more = state == State.READY;
      while (more) {
        T element = steps.take();
        add(element, steps.spot(), steps.consumed());
        more = lots.isEmpty() && handedOver < MOST_LOTS && steps.hasMore();
      }
    } catch (Throwable e) {
      failure = e;
    }
    handOver();
    running = false;
    wake.run();
  }

  private void add(T element, PageSpot spot, long consumed) {
    Lot<T> lot = open;
    if (lot != null && consumed - 1 != lot.before() + lot.elements().size()) {
      // An item between them was left out, and a lot counts its elements.
      handOver();
      lot = null;
    }
    if (lot == null) {
      lot = new Lot<>(new ArrayList<>(), spot, consumed - 1);
      open = lot;
    }
    lot.elements().add(element);
    if (!says) {
      handOver();
    }
  }

  private void handOver() {
    Lot<T> lot = open;
    if (lot != null) {
      open = null;
      handedOver++;
      lots.add(lot);
      wake.run();
    }
  }

  /** {@return whether it is being read; who takes nothing after a no may read by itself} */
  boolean isRunning() {
    return running;
  }

  /** {@return the next element that was read, or null} */
  @Nullable
  T take() {
    Lot<T> lot = current;
    if (lot == null || taken == lot.elements().size()) {
      lot = lots.poll();
      current = lot;
      taken = 0;
    }
    return lot == null ? null : lot.elements().get(taken++);
  }

  /** {@return where the page of the element stands that was taken last} */
  PageSpot spot() {
    return lot().spot();
  }

  /** {@return how many elements of its page were taken} */
  long consumed() {
    return lot().before() + taken;
  }

  private Lot<T> lot() {
    Lot<T> lot = current;
    if (lot == null) {
      throw new IllegalStateException("nothing was taken");
    }
    return lot;
  }

  /** {@return whether nothing is left to take, nor will be without another begin} */
  boolean isIdle() {
    Lot<T> lot = current;
    return !running && lots.isEmpty() && (lot == null || taken == lot.elements().size());
  }

  /** {@return whether it came to the end of the traversal; throws what it failed with instead} */
  boolean isEnded() throws Exception {
    Throwable e = failure;
    if (e != null) {
      throw StageFailure.exception(e);
    }
    return ended;
  }
}
