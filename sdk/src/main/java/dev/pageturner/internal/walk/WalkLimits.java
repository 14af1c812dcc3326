package dev.pageturner.internal.walk;

/**
 * Where a walk stops.
 *
 * @param maxPages the pages to read, {@link Long#MAX_VALUE} for all
 * @param maxEmptyPages pages without items in a row that are taken for a fault
 * @param maxSamePages repetitions of a page's items in a row that are taken for a fault
 * @param mayRepeatPositions whether the server moves on under a position that stays the same
 */
public record WalkLimits(
    long maxPages, int maxEmptyPages, int maxSamePages, boolean mayRepeatPositions) {
  /** The bounds when nobody says otherwise: all pages, 1,000 empty ones, 2 repetitions. */
  public static final WalkLimits DEFAULT = new WalkLimits(Long.MAX_VALUE, 1000, 2, false);

  /** {@return these limits with another number of pages} */
  WalkLimits withMaxPages(long maxPages) {
    return new WalkLimits(maxPages, maxEmptyPages, maxSamePages, mayRepeatPositions);
  }

  /** {@return these limits with another bound on empty pages} */
  WalkLimits withMaxEmptyPages(int maxEmptyPages) {
    return new WalkLimits(maxPages, maxEmptyPages, maxSamePages, mayRepeatPositions);
  }

  /** {@return these limits with another bound on repetitions} */
  WalkLimits withMaxSamePages(int maxSamePages) {
    return new WalkLimits(maxPages, maxEmptyPages, maxSamePages, mayRepeatPositions);
  }

  /** {@return these limits for a list whose position may stay the same} */
  WalkLimits withRepeatedPositions(boolean mayRepeatPositions) {
    return new WalkLimits(maxPages, maxEmptyPages, maxSamePages, mayRepeatPositions);
  }
}
