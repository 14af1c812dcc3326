package dev.pageturner.internal.walk;

import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;

/** A traversal that can say where it was one item ago. */
interface Retraceable<T> extends PagedIterator<T> {
  /**
   * {@return the place before the item that was given out last; only as long as nothing was asked
   * after it}
   */
  Checkpoint beforeLast();
}
