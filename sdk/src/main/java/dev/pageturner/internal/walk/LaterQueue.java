package dev.pageturner.internal.walk;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Pages for a consumer who must not be kept waiting: it is woken when the one it needs has come.
 *
 * <p>One fetch is under way at a time. Fetches that are over at once follow each other in a loop,
 * however many they are. No lock is held while one is started or while the consumer is woken. A
 * page that comes after closing is closed at once.
 */
final class LaterQueue<T> extends PageSupply<T> {
  private final LaterReader<T> reader;
  private final Runnable wake;

  private boolean wanted;
  private boolean fetching;
  private boolean pumping;
  private boolean closed;

  LaterQueue(LaterReader<T> reader, PageLine<T> line, Runnable wake) {
    super(line);
    this.reader = reader;
    this.wake = wake;
  }

  @Override
  boolean isReady() {
    locked(() -> {
      wanted = !isDecided();
    });
    pump();
    return locked(this::isDecided);
  }

  private boolean isDecided() {
    LinePage<T> here = line.here();
    return closed || here.open() != null || here.hasFailed();
  }

  @Override
  void open() {
    locked(() -> {
      wanted = false;
      Failure.throwIfAny(line.here().takeFailure());
    });
    pump();
  }

  @Override
  LinePage<T> advance() {
    LinePage<T> here = locked(line::advance);
    pump();
    return here;
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
    locked(() -> {
      outcome.run();
      fetching = false;
    });
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
  void close() {
    locked(() -> {
      closed = true;
      line.closeAll();
    });
    reader.close();
  }
}
