package dev.pageturner.internal.paging;

import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;

/** Whether a position that was given under one pagination means the same under another. */
final class PagingIdentity {
  private PagingIdentity() {}

  /** {@return the identity of a pagination whose items were found at a place} */
  static String of(Pagination pagination, Items items) {
    return pagination.newBuilder().items(items).build().identity();
  }

  /** {@return whether a position that was given under an identity means the same here} */
  static boolean matches(String identity, Pagination pagination) {
    String here = pagination.identity();
    boolean anyItems = pagination.items() instanceof Items.Found;
    return anyItems
        ? identity.endsWith(here.substring(pagination.items().toString().length()))
        : identity.equals(here);
  }
}
