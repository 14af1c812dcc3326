package dev.pageturner.internal.walk;

import dev.pageturner.position.Place;

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

  /** Aborts the fetch under way, if there is one; may be called from any thread. */
  @Override
  void close();
}
