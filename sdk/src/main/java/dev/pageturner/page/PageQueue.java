package dev.pageturner.page;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PageLine.Asked;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pages for a consumer who waits for them.
 *
 * <p>Either the consumer fetches or one background task does: {@code fetching} is the turn to touch
 * the walk and the reader. No lock is held while a page is fetched.
 */
final class PageQueue<T> implements PageSupply<T> {
  private final PageReader<T> reader;
  private final PageLine<T> line;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean fetching;
  private boolean closed;

  PageQueue(PageReader<T> reader, PageLine<T> line) {
    this.reader = reader;
    this.line = line;
  }

  @Override
  public boolean isReady() {
    return true; // Whoever asks may be kept waiting.
  }

  @Override
  public boolean mayBlock() {
    return true;
  }

  @Override
  public @Nullable Fetched<T> take() {
    lock.lock();
    try {
      awaitPageOrTurn();
      Fetched<T> first = line.poll();
      if (first != null) {
        readAhead();
        return first;
      }
      line.throwFailure();
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

  @Override
  public Fetched<T> again(Fetched<T> before) {
    takeTurn();
    try {
      Position position = before.position();
      Asked asked = line.ask(position);
      OpenPage<T> page = reader.open(position);
      line.came(asked, page);
      return new Fetched<>(position, page, before.endKnown());
    } finally {
      endTurn();
    }
  }

  @Override
  public void finished(Fetched<T> fetched, PageEnd end) {
    if (fetched.endKnown()) {
      return;
    }
    takeTurn();
    try {
      line.ended(end);
    } finally {
      endTurn();
    }
  }

  @Override
  public @Nullable StopReason reason() {
    return line.reason();
  }

  private @Nullable Fetched<T> fetchNext() {
    Asked asked = line.askNext();
    return asked == null ? null : line.next(asked, reader.open(asked.position()));
  }

  /** Starts the background task if a page should be read ahead; with the lock held. */
  private void readAhead() {
    if (!fetching && !closed && line.wantsAhead()) {
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
      line.fail(e);
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
        line.keep(fetched);
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
    while (line.isEmpty() && fetching) {
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

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      line.closeAll();
    } finally {
      lock.unlock();
    }
    reader.close();
  }
}
