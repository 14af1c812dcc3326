package dev.pageturner.internal.walk;

import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a user asked of a traversal. */
record TraversalOptions(
    OptionalInt pageSize,
    long maxItems,
    WalkLimits limits,
    @Nullable Checkpoint start,
    int prefetch,
    boolean acceptIncomplete,
    @Nullable BadItemHandler badItems,
    boolean sync,
    ExpiredCursor<?> expired,
    TraversalListener listener) {
  static final TraversalOptions DEFAULT = new TraversalOptions(
      OptionalInt.empty(),
      Long.MAX_VALUE,
      WalkLimits.DEFAULT,
      null,
      0,
      false,
      null,
      false,
      ExpiredCursor.fail(),
      TraversalListener.none());

  /** {@return where the first page stands} */
  Place place() {
    return start == null ? Place.start() : start.place();
  }

  /** {@return how many items of the first page are behind the consumer} */
  long consumed() {
    return start == null ? 0 : start.consumed();
  }

  TraversalOptions withPageSize(int items) {
    OptionalInt size = OptionalInt.of(atLeast(1, items, "page size"));
    return new TraversalOptions(
        size,
        maxItems,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        badItems,
        sync,
        expired,
        listener);
  }

  TraversalOptions withMaxItems(long items) {
    long most = requireMaxItems(items);
    return new TraversalOptions(
        pageSize,
        most,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        badItems,
        sync,
        expired,
        listener);
  }

  TraversalOptions withMaxPages(long pages) {
    return withLimits(limits.withMaxPages(atLeast(0, pages, "max pages")));
  }

  TraversalOptions withMaxEmptyPages(int pages) {
    return withLimits(limits.withMaxEmptyPages(atLeast(1, pages, "max empty pages")));
  }

  TraversalOptions withMaxSamePages(int pages) {
    return withLimits(limits.withMaxSamePages(atLeast(1, pages, "max same pages")));
  }

  TraversalOptions withLimits(WalkLimits limits) {
    return new TraversalOptions(
        pageSize,
        maxItems,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        badItems,
        sync,
        expired,
        listener);
  }

  TraversalOptions withStart(Checkpoint start) {
    return new TraversalOptions(
        pageSize,
        maxItems,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        badItems,
        sync,
        expired,
        listener);
  }

  TraversalOptions withPrefetch(int pages) {
    int ahead = atLeast(0, pages, "prefetch");
    return new TraversalOptions(
        pageSize,
        maxItems,
        limits,
        start,
        ahead,
        acceptIncomplete,
        badItems,
        sync,
        expired,
        listener);
  }

  TraversalOptions withAcceptIncomplete() {
    return new TraversalOptions(
        pageSize, maxItems, limits, start, prefetch, true, badItems, sync, expired, listener);
  }

  TraversalOptions withBadItems(BadItemHandler handler) {
    return new TraversalOptions(
        pageSize,
        maxItems,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        handler,
        sync,
        expired,
        listener);
  }

  TraversalOptions withSync() {
    return new TraversalOptions(
        pageSize,
        maxItems,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        badItems,
        true,
        expired,
        listener);
  }

  TraversalOptions withExpired(ExpiredCursor<?> policy) {
    return new TraversalOptions(
        pageSize,
        maxItems,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        badItems,
        sync,
        policy,
        listener);
  }

  TraversalOptions withListener(TraversalListener another) {
    return new TraversalOptions(
        pageSize,
        maxItems,
        limits,
        start,
        prefetch,
        acceptIncomplete,
        badItems,
        sync,
        expired,
        listener.and(another));
  }

  PageOptions forPages(TraversalListener told) {
    return new PageOptions(pageSize, maxItems, badItems != null, sync, told);
  }

  static long requireMaxItems(long items) {
    return atLeast(0, items, "max items");
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
