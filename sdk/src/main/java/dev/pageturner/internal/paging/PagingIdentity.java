package dev.pageturner.internal.paging;

import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;

/**
 * A pagination as far as it gives positions their meaning, in one line that a checkpoint keeps:
 * what the next position is, how it travels, and where the items are that are counted.
 */
final class PagingIdentity {
  private static final String BETWEEN = "; ";

  private PagingIdentity() {}

  /** {@return the identity of a pagination whose items were found at a place} */
  static String of(Pagination pagination, Items items) {
    return way(pagination) + BETWEEN + items;
  }

  private static String way(Pagination pagination) {
    return pagination.next() + BETWEEN + pagination.carrier();
  }

  /** {@return whether a position that was given under an identity means the same here} */
  static boolean matches(String identity, Pagination pagination) {
    boolean anyItems = pagination.items() instanceof Items.Found;
    return anyItems
        ? identity.startsWith(way(pagination) + BETWEEN)
        : identity.equals(of(pagination, pagination.items()));
  }
}
