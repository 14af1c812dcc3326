package dev.pageturner.internal.walk;

import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import java.util.Optional;

/**
 * Where the pages of a list come from: HTTP, or a function of the application.
 *
 * @param <T> the items
 */
public interface PageSource<T> {
  /** {@return what tells this list from others, so that a checkpoint is not used with another} */
  String fingerprint();

  /**
   * Makes sure that a checkpoint's place has a meaning in this list.
   *
   * @throws dev.pageturner.error.PageturnerException.BadCheckpoint if its position was given by
   *     another pagination
   */
  default void check(Place start) {
    // A list that has no pagination takes the positions that it gave.
  }

  /**
   * {@return a position as a checkpoint may keep it: without secrets}
   *
   * @param position a position that a page gave
   */
  default Position storable(Position position) {
    return position;
  }

  /**
   * {@return what the items after a key begin from, if this list can be asked for them}
   *
   * @param parameter the query parameter of the filter
   * @param key the last key, as a text
   * @param before what the list begins from now
   */
  default Optional<Since> after(String parameter, String key, Optional<Since> before) {
    return Optional.empty();
  }

  /** {@return whether the server moves on under a position that stays the same} */
  default boolean mayRepeatPositions() {
    return false;
  }

  /** {@return whether its pages are here already, so that nobody wants to hear of them} */
  default boolean asksNobody() {
    return false;
  }

  /** {@return a reader for one traversal; nothing is fetched yet} */
  PageReader<T> reader(PageOptions options);
}
