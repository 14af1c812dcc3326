package dev.pageturner.page;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.sequence.CloseableIterator;
import java.util.Optional;

/**
 * One traversal's way through the items of a list.
 *
 * <p>{@link #hasNext()} and {@link #next()} throw {@link dev.pageturner.error.PageturnerException}.
 * After an error the iterator may be asked again: it reads the page that failed once more, and no
 * other. When {@code next()} failed, the same item comes again; no item is given out twice, and
 * none is left out. An iterator is for one thread; only {@link #close()} may be called from others.
 *
 * @param <T> the items
 */
public interface PagedIterator<T> extends CloseableIterator<T> {
  /**
   * {@return the place after the item that was given out last}
   *
   * <p>A traversal that starts from it delivers exactly the items that this one has not given out.
   * It costs no request and is valid at any time, after an error and after closing too.
   */
  Checkpoint checkpoint();

  /** {@return why the traversal ended; empty while it goes on, and after an error} */
  Optional<StopReason> stopReason();

  /**
   * {@return how far the end of the list can be believed, and why; empty unless the traversal ended
   * with {@link StopReason#END_OF_LIST}}
   */
  Optional<Verdict> verdict();
}
