package dev.pageturner.page;

import dev.pageturner.position.StopReason;
import org.jspecify.annotations.Nullable;

/** The pages of one traversal in order, some of them read ahead. */
interface PageSupply<T> {
  /** {@return whether {@link #take} has an answer; if not, it is being fetched} */
  boolean isReady();

  /** {@return whether the page that {@link #take} has may wait for its bytes when it is read} */
  boolean mayBlock();

  /** {@return the next page, fetched now unless it was read ahead; null at the end} */
  @Nullable
  Fetched<T> take();

  /** {@return a page that was taken before, fetched again} */
  Fetched<T> again(Fetched<T> before);

  /** Takes note of how a page that was taken ended. */
  void finished(Fetched<T> fetched, PageEnd end);

  /** {@return why there are no more pages} */
  @Nullable
  StopReason reason();

  /** Aborts what is under way and drops what was read ahead; from any thread. */
  void close();
}
