package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pages for a consumer who waits for them.
 *
 * <p>Either the consumer fetches or one background task does: {@code fetching} is the turn to use
 * the reader. Whoever has the turn fetches without the lock; the line changes with the lock held. A
 * page that comes after closing is closed at once, as is one that could not be taken into the line.
 */
final class PageQueue<T> implements PageSupply<T> {
  private final PageReader<T> reader;
  private final PageLine<T> line;
  private final Executor ahead;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean fetching;
  private boolean closed;

  PageQueue(PageReader<T> reader, PageLine<T> line) {
    this(reader, line, ReadAhead::execute);
  }

  PageQueue(PageReader<T> reader, PageLine<T> line, Executor ahead) {
    this.reader = reader;
    this.line = line;
    this.ahead = ahead;
  }

  @Override
  public LinePage<T> here() {
    lock.lock();
    try {
      return line.here();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isReady() {
    return true; // Whoever asks may be kept waiting.
  }

  @Override
  public void open() {
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
    lock.lock();
    try {
      if (closed) {
        open.close();
      } else {
        line.opened(page, open);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void ended(PageEnd end) {
    lock.lock();
    try {
      if (line.here().end() == null) {
        line.ended(line.here(), end);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public LinePage<T> advance() {
    lock.lock();
    try {
      LinePage<T> here = line.advance();
      readAhead();
      return here;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Verdict verdict(Verdict end) {
    lock.lock();
    try {
      return line.verdict(end);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void reopen() {
    lock.lock();
    try {
      line.reopen(line.here());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable StopReason reason() {
    lock.lock();
    try {
      return line.reason();
    } finally {
      lock.unlock();
    }
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
    lock.lock();
    try {
      page.breakOff(false);
      page.failed(e);
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
  public void close() {
    lock.lock();
    try {
      closed = true;
      line.closeAll();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    reader.close();
  }
}
