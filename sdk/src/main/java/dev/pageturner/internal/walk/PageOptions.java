package dev.pageturner.internal.walk;

import dev.pageturner.page.TraversalListener;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a traversal asks of its pages.
 *
 * @param pageSize the items wanted per page, empty to leave it to the source
 * @param maxItems the items that will be consumed at most, {@link Long#MAX_VALUE} for all
 * @param handsOverBadItems whether an item that does not fit is an {@link UnfitItem}, rather than
 *     an error
 * @param sync whether the end of the list is to say where what changes later begins
 * @param listener who is told what happens
 */
public record PageOptions(
    OptionalInt pageSize,
    long maxItems,
    boolean handsOverBadItems,
    boolean sync,
    TraversalListener listener) {
  /** Checks the values. */
  public PageOptions {
    Objects.requireNonNull(pageSize, "pageSize");
    Objects.requireNonNull(listener, "listener");
  }
}
