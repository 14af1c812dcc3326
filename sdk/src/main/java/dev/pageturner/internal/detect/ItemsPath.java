package dev.pageturner.internal.detect;

import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.JsonPath;

/** The path to the items, whatever form they have: lines are taken for the elements of the body. */
public final class ItemsPath {
  private ItemsPath() {}

  /**
   * {@return where the items are}
   *
   * @throws IllegalStateException if that is not decided yet
   */
  public static JsonPath of(Items items) {
    if (items instanceof Items.ArrayAt array) {
      return array.path();
    } else if (items instanceof Items.ValuesOf values) {
      return values.path();
    } else if (items instanceof Items.One one) {
      return one.path();
    } else if (items instanceof Items.Lines) {
      return JsonPath.of("$");
    }
    throw new IllegalStateException("the place of the items is not decided");
  }
}
