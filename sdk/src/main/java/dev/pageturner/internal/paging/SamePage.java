package dev.pageturner.internal.paging;

import dev.pageturner.internal.detect.Outline;

final class SamePage {
  private SamePage() {}

  static boolean isSame(Outline first, Outline page) {
    return hasItems(page) && first.arrays().equals(page.arrays());
  }

  static boolean hasItems(Outline page) {
    return page.arrays().stream().anyMatch(array -> array.count() > 0);
  }
}
