package dev.pageturner.page;

import dev.pageturner.internal.walk.WalkLimits;
import dev.pageturner.position.Checkpoint;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a user asked of a traversal. */
record TraversalOptions(
    OptionalInt pageSize,
    long maxItems,
    WalkLimits limits,
    @Nullable Checkpoint start,
    int prefetch,
    TraversalListener listener) {
  static final TraversalOptions DEFAULT = new TraversalOptions(
      OptionalInt.empty(), Long.MAX_VALUE, WalkLimits.DEFAULT, null, 0, TraversalListener.none());

  TraversalOptions withPageSize(int items) {
    return new TraversalOptions(
        OptionalInt.of(atLeast(1, items, "page size")),
        maxItems,
        limits,
        start,
        prefetch,
        listener);
  }

  TraversalOptions withMaxItems(long items) {
    return new TraversalOptions(
        pageSize, atLeast(0, items, "max items"), limits, start, prefetch, listener);
  }

  TraversalOptions withMaxPages(long pages) {
    return withLimits(limits.withMaxPages(atLeast(0, pages, "max pages")));
  }

  TraversalOptions withMaxEmptyPages(int pages) {
    return withLimits(limits.withMaxEmptyPages(atLeast(1, pages, "max empty pages")));
  }

  private TraversalOptions withLimits(WalkLimits limits) {
    return new TraversalOptions(pageSize, maxItems, limits, start, prefetch, listener);
  }

  TraversalOptions withStart(Checkpoint start) {
    return new TraversalOptions(pageSize, maxItems, limits, start, prefetch, listener);
  }

  TraversalOptions withPrefetch(int pages) {
    return new TraversalOptions(
        pageSize, maxItems, limits, start, atLeast(0, pages, "prefetch"), listener);
  }

  TraversalOptions withListener(TraversalListener another) {
    return new TraversalOptions(pageSize, maxItems, limits, start, prefetch, listener.and(another));
  }

  PageOptions forPages() {
    return new PageOptions(pageSize, maxItems, listener);
  }

  private static int atLeast(int least, int value, String name) {
    return (int) atLeast((long) least, value, name);
  }

  private static long atLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " < " + least + ": " + value);
    }
    return value;
  }
}
