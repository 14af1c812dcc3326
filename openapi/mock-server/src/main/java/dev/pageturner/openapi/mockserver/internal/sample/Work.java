package dev.pageturner.openapi.mockserver.internal.sample;

import org.jspecify.annotations.Nullable;

/**
 * The steps that may still be taken: a step is one part drawn or one schema checked.
 *
 * <p>All that makes one value takes from one of these, be it nested or tried again, so that schemas
 * whose alternatives multiply cost no more than others. Not safe for use by several threads.
 */
final class Work {
  private final @Nullable Work whole;
  private int left;

  private Work(@Nullable Work whole, int steps) {
    this.whole = whole;
    this.left = steps;
  }

  static Work of(int steps) {
    return new Work(null, steps);
  }

  /** {@return at most {@code steps} of the steps that are left here} */
  Work part(int steps) {
    return new Work(this, steps);
  }

  /** {@return whether there was another step to take} */
  boolean take() {
    if (left <= 0 || (whole != null && !whole.take())) {
      left = 0;
      return false;
    }
    left--;
    return true;
  }

  boolean isSpent() {
    return left <= 0;
  }
}
