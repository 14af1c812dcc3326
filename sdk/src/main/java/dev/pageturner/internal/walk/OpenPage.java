package dev.pageturner.internal.walk;

import dev.pageturner.page.Total;
import dev.pageturner.position.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page while it is read: its items one by one, and then where the next page starts.
 *
 * @param <T> the items
 */
public interface OpenPage<T> extends AutoCloseable {
  /** {@return where the page stands, with the size that was asked for and the way it was found} */
  Place place();

  /** {@return whether the page has another item} */
  boolean hasNext();

  /** {@return whether the next item was delivered before, so that it is to be passed over} */
  default boolean isNextRepeated() {
    return false;
  }

  /**
   * {@return the next item}
   *
   * @throws UnfitItem if the item does not fit its type, and {@link PageOptions#handsOverBadItems}
   */
  T next();

  /** Leaves out the next item, without decoding it if that is possible. */
  default void skip() {
    next();
  }

  /** {@return how the page ended; only after {@link #hasNext()} was false} */
  PageEnd end();

  /**
   * {@return how the page will end, if that can be told before its items are decoded; may be called
   * from another thread, before the first {@link #hasNext()}}
   */
  default Optional<PageEnd> lookAhead() {
    return Optional.empty();
  }

  /**
   * {@return whether to read on may wait for bytes: of a page that is streamed rather than held in
   * memory}
   */
  default boolean mayBlock() {
    return false;
  }

  /** {@return the bytes held in memory for this page, about} */
  default long heldBytes() {
    return 0;
  }

  /** {@return the HTTP status, or 0} */
  int status();

  /** {@return the response's headers} */
  Map<String, List<String>> headers();

  /** {@return the number of all items, as far as the page was read} */
  Optional<Total> total();

  /** Releases what the page holds. May be called from any thread, and twice. */
  @Override
  void close();
}
