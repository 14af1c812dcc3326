package dev.pageturner.internal.walk;

import dev.pageturner.position.Place;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of a {@link PageLine}, for one consumer.
 *
 * <p>It owns the line: what is read or changed there is read or changed with {@code lock} held. How
 * pages are fetched, and what becomes of a consumer whose page is not there, its subclasses say.
 */
abstract class PageSupply<T> {
  final PageLine<T> line;
  final ReentrantLock lock = new ReentrantLock();

  PageSupply(PageLine<T> line) {
    this.line = line;
  }

  /**
   * {@return whether {@link #open} would not wait for that page; if it would, it is fetched now}
   */
  abstract boolean isReady();

  /**
   * Makes sure that the page where the consumer stands is open, or closed for good.
   *
   * @throws RuntimeException why it cannot be fetched, once; the next call tries again
   */
  abstract void open();

  /** {@return the page after the one where the consumer stands, or that one if it is the last} */
  abstract LinePage<T> advance();

  /** Aborts what is under way and closes all pages; from any thread. */
  abstract void close();

  /** {@return the page where the consumer stands, open or not} */
  final LinePage<T> here() {
    return locked(line::here);
  }

  /** Says how the page where the consumer stands ends, unless that is known. */
  final void ended(PageEnd end) {
    locked(() -> {
      if (line.here().end() == null) {
        line.ended(line.here(), end);
      }
    });
  }

  /** Goes on with another page than the one where the consumer stands. */
  final LinePage<T> move(Place place, long consumed) {
    return locked(() -> {
      line.move(place, consumed);
      return line.here();
    });
  }

  /** {@return how far an end of the list can be believed, with what the pages before say} */
  final Verdict verdict(Verdict end) {
    return locked(() -> line.verdict(end));
  }

  /** Takes an end of the list back that is not believed. */
  final void reopen() {
    locked(() -> line.reopen(line.here()));
  }

  /** {@return why there are no pages after those in the line; null while that is open} */
  final @Nullable StopReason reason() {
    lock.lock();
    try {
      return line.reason();
    } finally {
      lock.unlock();
    }
  }

  /** {@return what is read, or what a change gives, with the lock held} */
  final <R> R locked(Supplier<R> change) {
    lock.lock();
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  /** Changes something with the lock held. */
  final void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
