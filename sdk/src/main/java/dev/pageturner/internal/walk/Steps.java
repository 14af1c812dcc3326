package dev.pageturner.internal.walk;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One traversal for a consumer who must not be kept waiting: it is told when to ask again.
 *
 * <p>For one thread at a time. {@link #close()} may be called from any thread.
 *
 * @param <T> what is traversed: items, or pages
 */
public interface Steps<T> extends AutoCloseable {
  /** What a traversal has for its consumer. */
  enum State {
    /** There is an element to take. */
    READY,
    /** A page is being fetched; the consumer is woken when it has come. */
    WAITING,
    /** To move on may wait for bytes of a page that is streamed, which was not allowed. */
    BLOCKING,
    /** There is nothing more. */
    ENDED
  }

  /**
   * Moves on to the next element, as far as that is possible now.
   *
   * @param patient whether this thread may wait for the bytes of a page that is streamed, here and
   *     in {@link #take}
   * @throws RuntimeException what the traversal fails with; that is its end
   */
  State advance(boolean patient);

  /** {@return the element that is ready} */
  T take();

  /**
   * {@return whether the page of the element that was taken last has another one to take; its bytes
   * are waited for, the next page is not}
   *
   * @throws RuntimeException what the traversal fails with; that is its end
   */
  boolean hasMore();

  /** {@return whether a limit was reached, so that the end is known without moving on} */
  boolean isFull();

  /**
   * {@return where the page of the element stands that was taken last; one object for all elements
   * of a page}
   */
  PageSpot spot();

  /**
   * {@return how many items of that page are behind the consumer} After {@link #take}, one item
   * less is the place before the element that was taken.
   */
  long consumed();

  /** {@return where to go on after the element that was taken last, or after a failure} */
  Checkpoint checkpoint();

  /** {@return why the traversal ended, or null while it goes on} */
  @Nullable
  StopReason reason();

  /** {@return how far the end of the list can be believed; empty before it was reached} */
  Optional<Verdict> verdict();

  /** Ends the traversal and the fetch under way. */
  @Override
  void close();
}
