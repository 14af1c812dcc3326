package dev.pageturner.internal.walk;

import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Pages for a consumer who must not be kept waiting: it is woken when the one it needs has come.
 *
 * <p>One fetch is under way at a time. Fetches that are over at once follow each other in a loop,
 * however many they are. No lock is held while one is started or while the consumer is woken. A
 * page that comes after closing is closed at once.
 */
final class LaterQueue<T> implements PageSupply<T> {
  private final LaterReader<T> reader;
  private final PageLine<T> line;
  private final Runnable wake;

  private final ReentrantLock lock = new ReentrantLock();
  private boolean wanted;
  private boolean fetching;
  private boolean pumping;
  private boolean closed;

  LaterQueue(LaterReader<T> reader, PageLine<T> line, Runnable wake) {
    this.reader = reader;
    this.line = line;
    this.wake = wake;
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
    lock.lock();
    try {
      wanted = !isDecided();
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

  private boolean isDecided() {
    LinePage<T> here = line.here();
    return closed || here.open() != null || here.hasFailed();
  }

  @Override
  public void open() {
    lock.lock();
    try {
      wanted = false;
      Failure.throwIfAny(line.here().takeFailure());
    } finally {
      lock.unlock();
    }
    pump();
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
    LinePage<T> here;
    lock.lock();
    try {
      here = line.advance();
    } finally {
      lock.unlock();
    }
    pump();
    return here;
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

  /** Starts fetches for as long as there is one to start. */
  private void pump() {
    lock.lock();
    try {
      if (pumping) {
        return;
      }
      pumping = true;
      try {
        boolean more = true;
        while (more && !closed && !fetching) {
          more = start(line.toFetch(wanted));
        }
      } finally {
        pumping = false;
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean start(@Nullable LinePage<T> page) {
    if (page == null) {
      return false;
    }
    fetching = true;
    lock.unlock();
    try {
      fetch(page);
    } finally {
      lock.lock();
    }
    return true;
  }

  private void fetch(LinePage<T> page) {
    CompletionStage<OpenPage<T>> stage;
    long asked;
    try {
      asked = line.asked(page);
      stage = reader.openLater(page.place());
    } catch (RuntimeException | Error e) {
      landed(() -> page.failed(e));
      return;
    }
    stage.whenComplete((open, failure) -> landed(page, open, failure, asked));
  }

  private void landed(
      LinePage<T> page, @Nullable OpenPage<T> open, @Nullable Throwable failure, long asked) {
    if (open == null) {
      Throwable cause =
          failure == null ? new NullPointerException("no page came") : Failure.cause(failure);
      landed(() -> page.failed(cause));
      return;
    }
    try {
      line.received(page, open, asked);
    } catch (RuntimeException | Error e) {
      // An Error of a listener: without a page, nobody would be woken.
      open.close();
      landed(() -> page.failed(e));
      return;
    }
    landed(() -> store(page, open));
  }

  /** The fetch is over, whatever came of it. */
  private void landed(Runnable outcome) {
    lock.lock();
    try {
      outcome.run();
      fetching = false;
    } finally {
      lock.unlock();
    }
    pump();
    wake.run();
  }

  private void store(LinePage<T> page, OpenPage<T> open) {
    if (closed) {
      open.close();
      return;
    }
    try {
      line.opened(page, open);
    } catch (RuntimeException | Error e) {
      open.close();
      page.breakOff(false);
      page.failed(e);
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
