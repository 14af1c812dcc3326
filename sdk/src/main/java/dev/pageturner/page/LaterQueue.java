package dev.pageturner.page;

import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.page.PageLine.Asked;
import dev.pageturner.position.StopReason;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pages for a consumer who must not be kept waiting: it is woken when the one it needs has come.
 *
 * <p>One fetch is under way at a time. Fetches that are over at once follow each other in a loop,
 * however many they are. No lock is held while one is started or while the consumer is woken.
 */
final class LaterQueue<T> implements PageSupply<T> {
  private final LaterReader<OpenPage<T>> reader;
  private final PageLine<T> line;
  private final Runnable wake;

  private final ReentrantLock lock = new ReentrantLock();
  private boolean wanted;
  private boolean fetching;
  private boolean pumping;
  private boolean closed;

  LaterQueue(LaterReader<OpenPage<T>> reader, PageLine<T> line, Runnable wake) {
    this.reader = reader;
    this.line = line;
    this.wake = wake;
  }

  @Override
  public boolean isReady() {
    lock.lock();
    try {
      if (!isDecided()) {
        wanted = true;
      }
    } finally {
      lock.unlock();
    }
    pump();
    lock.lock();
    try {
      return isDecided();
    } finally {
      lock.unlock();
    }
  }

  /** While a page is fetched, the walk is not to be asked; what is ready is. */
  private boolean isDecided() {
    return closed || (fetching ? !line.isEmpty() : line.isDecided());
  }

  @Override
  public boolean mayBlock() {
    lock.lock();
    try {
      return line.isFirstStreamed();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable Fetched<T> take() {
    Fetched<T> first;
    lock.lock();
    try {
      wanted = false;
      first = line.poll();
      if (first == null) {
        line.throwFailure();
      }
    } finally {
      lock.unlock();
    }
    pump();
    return first;
  }

  @Override
  public Fetched<T> again(Fetched<T> before) {
    throw new IllegalStateException("a traversal that failed does not go on");
  }

  @Override
  public void finished(Fetched<T> fetched, PageEnd end) {
    if (!fetched.endKnown()) {
      lock.lock();
      try {
        line.ended(end);
      } finally {
        lock.unlock();
      }
      pump();
    }
  }

  @Override
  public @Nullable StopReason reason() {
    return line.reason();
  }

  /** Starts fetches for as long as there is one to start. */
  private void pump() {
    lock.lock();
    try {
      if (!pumping) {
        pumping = true;
        while (!closed && !fetching && (isNeeded() || line.wantsAhead())) {
          start();
        }
        pumping = false;
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isNeeded() {
    return wanted && line.isEmpty() && line.canFetch() && line.reason() == null;
  }

  private void start() {
    Asked asked;
    try {
      asked = line.askNext();
    } catch (RuntimeException e) {
      line.fail(e);
      return;
    }
    if (asked == null) {
      return;
    }
    fetching = true;
    lock.unlock();
    try {
      opening(asked).whenComplete((page, failure) -> landed(asked, page, failure));
    } catch (RuntimeException e) {
      landed(asked, null, e);
    } finally {
      lock.lock();
    }
  }

  private CompletionStage<OpenPage<T>> opening(Asked asked) {
    return reader.openLater(asked.position());
  }

  private void landed(Asked asked, @Nullable OpenPage<T> page, @Nullable Throwable failure) {
    lock.lock();
    try {
      store(asked, page, failure);
      fetching = false;
    } finally {
      lock.unlock();
    }
    pump();
    wake.run();
  }

  private void store(Asked asked, @Nullable OpenPage<T> page, @Nullable Throwable failure) {
    if (page == null) {
      line.fail(failure == null ? new NullPointerException("no page came") : Unwrapped.of(failure));
    } else if (closed) {
      page.close();
    } else {
      try {
        line.keep(line.next(asked, page));
      } catch (RuntimeException e) {
        line.fail(e);
      }
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
