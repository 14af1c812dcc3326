package dev.pageturner.internal.walk;

/** Makes readers that do not block of those that do, for all lists of a traversal. */
@FunctionalInterface
public interface LaterReaders {
  /**
   * {@return a reader that does not block}
   *
   * @param reader a reader that may block
   * @param <T> the items
   */
  <T> LaterReader<T> later(PageReader<T> reader);
}
