package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.util.Optional;

/**
 * Fetches the pages of one traversal, one at a time.
 *
 * @param <T> the items
 */
public interface PageReader<T> extends AutoCloseable {
  /**
   * Fetches a page.
   *
   * @param place where it stands; with a size, that size is asked for if requests can say it
   * @return the page, open at its first item
   */
  OpenPage<T> open(Place place);

  /**
   * {@return the position that an error of the server has in place of the one that it no longer
   * knows}
   *
   * @param error the answer to the request of a page
   * @param place where that page stands
   */
  default Optional<Position> fresh(PageturnerException error, Place place) {
    return Optional.empty();
  }

  /** Aborts the fetch under way, if there is one; may be called from any thread. */
  @Override
  void close();
}
