package dev.pageturner.sequence;

/**
 * A sequence that computes or fetches its items as they are asked for.
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface LazyIterable<T> extends Iterable<T> {
  /** {@return a fresh traversal; nothing happens before it is asked for an item} */
  @Override
  CloseableIterator<T> iterator();
}
