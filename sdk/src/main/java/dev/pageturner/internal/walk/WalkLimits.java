package dev.pageturner.internal.walk;

/**
 * Where a walk stops.
 *
 * @param maxPages the pages to read, {@link Long#MAX_VALUE} for all
 * @param maxEmptyPages pages without items in a row that are taken for a fault
 * @param maxSamePages repetitions of a page's items in a row that are taken for a fault
 */
public record WalkLimits(long maxPages, int maxEmptyPages, int maxSamePages) {
  /** The bounds when nobody says otherwise: all pages, 1,000 empty ones, 2 repetitions. */
  public static final WalkLimits DEFAULT = new WalkLimits(Long.MAX_VALUE, 1000, 2);

  /** {@return these limits with another number of pages} */
  public WalkLimits withMaxPages(long maxPages) {
    return new WalkLimits(maxPages, maxEmptyPages, maxSamePages);
  }

  /** {@return these limits with another bound on empty pages} */
  public WalkLimits withMaxEmptyPages(int maxEmptyPages) {
    return new WalkLimits(maxPages, maxEmptyPages, maxSamePages);
  }
}
