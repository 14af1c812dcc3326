package dev.pageturner.page;

import dev.pageturner.position.Position;

/**
 * Fetches the pages of one traversal, one at a time.
 *
 * @param <T> the items
 */
public interface PageReader<T> extends AutoCloseable {
  /**
   * Fetches a page.
   *
   * @param position where it starts
   * @return the page, open at its first item
   */
  OpenPage<T> open(Position position);

  /** Aborts the fetch under way, if there is one; may be called from any thread. */
  @Override
  void close();
}
