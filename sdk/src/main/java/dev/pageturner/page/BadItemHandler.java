package dev.pageturner.page;

/** Is handed the items of a list that do not fit their type, in the list's order. */
@FunctionalInterface
public interface BadItemHandler {
  /**
   * Takes an item, which is then left out of the list. What this throws ends the traversal as an
   * error, and the item comes again.
   */
  void on(BadItem item);
}
