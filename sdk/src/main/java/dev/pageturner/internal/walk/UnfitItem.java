package dev.pageturner.internal.walk;

import dev.pageturner.page.BadItem;

/** Says that an item does not fit, and that its page stands behind it. It never leaves a walk. */
public final class UnfitItem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient BadItem item;

  /** Carries an item. */
  public UnfitItem(BadItem item) {
    super(null, null, false, false);
    this.item = item;
  }

  /** {@return the item} */
  BadItem item() {
    return item;
  }
}
