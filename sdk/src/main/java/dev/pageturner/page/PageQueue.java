package dev.pageturner.page;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.walk.PageWalk;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one traversal in order, some of them read ahead.
 *
 * <p>Either the consumer fetches or one background task does: {@code fetching} is the turn to touch
 * the walk and the reader. No lock is held while a page is fetched.
 */
final class PageQueue<T> {
  private static final long MOST_BYTES_AHEAD = 16L << 20;

  private final PageReader<T> reader;
  private final PageWalk walk;
  private final TraversalOptions options;
  private final Told told;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Fetched<T>> ready = new ArrayDeque<>();
  private @Nullable Throwable failure;
  private boolean fetching;
  private boolean closed;
  private boolean lastEndUnknown;
  private long bytesAhead;
  private long itemsKnown;
  private long requests;

  PageQueue(PageReader<T> reader, PageWalk walk, TraversalOptions options, Told told) {
    this.reader = reader;
    this.walk = walk;
    this.options = options;
    this.told = told;
    this.itemsKnown = options.start() == null ? 0 : -options.start().consumed();
  }

  /** A page, where it starts, and whether the walk knows already how it ends. */
  record Fetched<T>(Position position, OpenPage<T> page, boolean endKnown) {}

  /** {@return the next page, fetched now unless it was read ahead; null at the end} */
  @Nullable
  Fetched<T> take() {
    lock.lock();
    try {
      awaitPageOrTurn();
      Fetched<T> first = ready.poll();
      if (first != null) {
        bytesAhead -= first.page().heldBytes();
        readAhead();
        return first;
      }
      throwFailure();
      fetching = true;
    } finally {
      lock.unlock();
    }
    try {
      return fetchNext();
    } finally {
      endTurn();
    }
  }

  /** {@return a page that was taken before, fetched again} */
  Fetched<T> again(Fetched<T> before) {
    takeTurn();
    try {
      return new Fetched<>(before.position(), open(before.position()), before.endKnown());
    } finally {
      endTurn();
    }
  }

  /** Takes note of how a page that was taken ended. */
  void finished(Fetched<T> fetched, PageEnd end) {
    if (fetched.endKnown()) {
      return;
    }
    takeTurn();
    try {
      advance(end);
    } finally {
      endTurn();
    }
  }

  /** {@return why there are no more pages} */
  @Nullable
  StopReason reason() {
    return walk.reason();
  }

  private @Nullable Fetched<T> fetchNext() {
    Position position = walk.next();
    if (position == null) {
      return null;
    }
    // Set before a page is asked for, so that nothing is read ahead of one that fails.
    lastEndUnknown = true;
    OpenPage<T> page = open(position);
    Optional<PageEnd> end = options.prefetch() > 0 ? page.lookAhead() : Optional.empty();
    end.ifPresent(this::advance);
    return new Fetched<>(position, page, end.isPresent());
  }

  private OpenPage<T> open(Position position) {
    long number = ++requests;
    told.requested(number, position);
    long started = System.nanoTime();
    OpenPage<T> page = reader.open(position);
    told.received(number, page, Duration.ofNanos(System.nanoTime() - started));
    return page;
  }

  private void advance(PageEnd end) {
    lastEndUnknown = false;
    itemsKnown += end.items();
    walk.finished(end.next(), end.items(), end.content());
  }

  /** Starts the background task if a page should be read ahead; with the lock held. */
  private void readAhead() {
    boolean wanted = ready.size() < options.prefetch()
        && bytesAhead < MOST_BYTES_AHEAD
        && itemsKnown < options.maxItems();
    boolean possible = !fetching && !closed && failure == null && !lastEndUnknown;
    if (wanted && possible && requests > 0 && walk.reason() == null) {
      fetching = true;
      ReadAhead.execute(this::fetchAhead);
    }
  }

  private void fetchAhead() {
    try {
      Fetched<T> fetched = fetchNext();
      if (fetched != null) {
        keep(fetched);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      endTurn();
    }
  }

  private void fail(Throwable e) {
    lock.lock();
    try {
      failure = e;
    } finally {
      lock.unlock();
    }
  }

  private void keep(Fetched<T> fetched) {
    lock.lock();
    try {
      if (closed) {
        fetched.page().close();
      } else {
        ready.add(fetched);
        bytesAhead += fetched.page().heldBytes();
      }
    } finally {
      lock.unlock();
    }
  }

  private void takeTurn() {
    lock.lock();
    try {
      while (fetching) {
        awaitChange();
      }
      fetching = true;
    } finally {
      lock.unlock();
    }
  }

  private void endTurn() {
    lock.lock();
    try {
      fetching = false;
      changed.signalAll();
      readAhead();
    } finally {
      lock.unlock();
    }
  }

  private void awaitPageOrTurn() {
    while (ready.isEmpty() && fetching) {
      awaitChange();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // Both callers loop.
  private void awaitChange() {
    try {
      changed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled("interrupted while waiting for a page", e, null);
    }
  }

  private void throwFailure() {
    Throwable e = failure;
    failure = null;
    if (e instanceof RuntimeException runtime) {
      throw runtime;
    } else if (e instanceof Error error) {
      throw error;
    }
  }

  /** Aborts what is under way and drops what was read ahead; from any thread. */
  void close() {
    lock.lock();
    try {
      closed = true;
      ready.forEach(fetched -> fetched.page().close());
      ready.clear();
    } finally {
      lock.unlock();
    }
    reader.close();
  }
}
