package dev.pageturner.internal.walk;

import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import org.jspecify.annotations.Nullable;

/** Fetches the pages of a {@link PageLine}, for one consumer. */
interface PageSupply<T> {
  /** {@return the page where the consumer stands, open or not} */
  LinePage<T> here();

  /**
   * {@return whether {@link #open} would not wait for that page; if it would, it is fetched now}
   */
  boolean isReady();

  /**
   * Makes sure that the page where the consumer stands is open, or closed for good.
   *
   * @throws RuntimeException why it cannot be fetched, once; the next call tries again
   */
  void open();

  /** Says how the page where the consumer stands ends, unless that is known. */
  void ended(PageEnd end);

  /** {@return the page after the one where the consumer stands, or that one if it is the last} */
  LinePage<T> advance();

  /** {@return how far an end of the list can be believed, with what the pages before say} */
  Verdict verdict(Verdict end);

  /** Takes an end of the list back that is not believed. */
  void reopen();

  /** {@return why there are no pages after those in the line; null while that is open} */
  @Nullable
  StopReason reason();

  /** Aborts what is under way and closes all pages; from any thread. */
  void close();
}
