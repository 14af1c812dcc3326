package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;

/**
 * Pages for a consumer who waits for them.
 *
 * <p>Either the consumer fetches or one background task does: {@code fetching} is the turn to use
 * the reader. Whoever has the turn fetches without the lock; the line changes with the lock held. A
 * page that comes after closing is closed at once, as is one that could not be taken into the line.
 */
final class PageQueue<T> extends PageSupply<T> {
  private final PageReader<T> reader;
  private final Executor ahead;

  private final Condition changed = lock.newCondition();
  private boolean fetching;
  private boolean closed;

  PageQueue(PageReader<T> reader, PageLine<T> line) {
    this(reader, line, ReadAhead::execute);
  }

  PageQueue(PageReader<T> reader, PageLine<T> line, Executor ahead) {
    super(line);
    this.reader = reader;
    this.ahead = ahead;
  }

  @Override
  boolean isReady() {
    return true; // Whoever asks may be kept waiting.
  }

  @Override
  void open() {
    LinePage<T> page;
    lock.lock();
    try {
      while (isOnItsWay(line.here())) {
        awaitChange();
      }
      page = line.here();
      Failure.throwIfAny(page.takeFailure());
      if (page.open() != null || closed) {
        readAhead();
        return;
      }
      fetching = true; // Nobody else has the turn: the page would be on its way.
    } finally {
      lock.unlock();
    }
    try {
      fetch(page);
    } finally {
      endTurn();
    }
  }

  private boolean isOnItsWay(LinePage<T> page) {
    return page.open() == null && !page.hasFailed() && fetching && !closed;
  }

  private void fetch(LinePage<T> page) {
    long asked = line.asked(page);
    OpenPage<T> open = reader.open(page.place());
    try {
      line.received(page, open, asked);
      store(page, open);
    } catch (RuntimeException | Error e) {
      open.close();
      throw e;
    }
  }

  private void store(LinePage<T> page, OpenPage<T> open) {
    locked(() -> {
      if (closed) {
        open.close();
      } else {
        line.opened(page, open);
      }
    });
  }

  @Override
  LinePage<T> advance() {
    return locked(() -> {
      LinePage<T> here = line.advance();
      readAhead();
      return here;
    });
  }

  /** Starts the background task if a page should be read ahead; with the lock held. */
  private void readAhead() {
    LinePage<T> page = fetching || closed ? null : line.toFetch(false);
    if (page != null) {
      fetching = true;
      try {
        ahead.execute(() -> fetchAhead(page));
      } catch (RuntimeException | Error e) {
        // Without a thread nothing is read ahead; the consumer fetches the page when it comes.
        fetching = false;
      }
    }
  }

  private void fetchAhead(LinePage<T> page) {
    try {
      fetch(page);
    } catch (RuntimeException | Error e) {
      fail(page, e);
    } finally {
      endTurn();
    }
  }

  private void fail(LinePage<T> page, Throwable e) {
    locked(() -> {
      page.breakOff(false);
      page.failed(e);
    });
  }

  private void endTurn() {
    locked(() -> {
      fetching = false;
      changed.signalAll();
      readAhead();
    });
  }

  @SuppressWarnings("WaitNotInLoop") // The caller loops.
  private void awaitChange() {
    try {
      changed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled("interrupted while waiting for a page", e, null);
    }
  }

  @Override
  void close() {
    locked(() -> {
      closed = true;
      line.closeAll();
      changed.signalAll();
    });
    reader.close();
  }
}
