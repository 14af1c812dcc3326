package dev.pageturner.internal.walk;

import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import java.util.OptionalInt;
import java.util.function.Consumer;
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
    int size = atLeast(1, items, "page size");
    return with(draft -> draft.pageSize = OptionalInt.of(size));
  }

  TraversalOptions withMaxItems(long items) {
    long most = requireMaxItems(items);
    return with(draft -> draft.maxItems = most);
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
    return with(draft -> draft.limits = limits);
  }

  TraversalOptions withStart(Checkpoint start) {
    return with(draft -> draft.start = start);
  }

  TraversalOptions withPrefetch(int pages) {
    int ahead = atLeast(0, pages, "prefetch");
    return with(draft -> draft.prefetch = ahead);
  }

  TraversalOptions withAcceptIncomplete() {
    return with(draft -> draft.acceptIncomplete = true);
  }

  TraversalOptions withBadItems(BadItemHandler handler) {
    return with(draft -> draft.badItems = handler);
  }

  TraversalOptions withSync() {
    return with(draft -> draft.sync = true);
  }

  TraversalOptions withExpired(ExpiredCursor<?> policy) {
    return with(draft -> draft.expired = policy);
  }

  TraversalOptions withListener(TraversalListener another) {
    return with(draft -> draft.listener = listener.and(another));
  }

  private TraversalOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** These options, to change one of them. */
  private static final class Draft {
    private OptionalInt pageSize;
    private long maxItems;
    private WalkLimits limits;
    private @Nullable Checkpoint start;
    private int prefetch;
    private boolean acceptIncomplete;
    private @Nullable BadItemHandler badItems;
    private boolean sync;
    private ExpiredCursor<?> expired;
    private TraversalListener listener;

    private Draft(TraversalOptions from) {
      this.pageSize = from.pageSize;
      this.maxItems = from.maxItems;
      this.limits = from.limits;
      this.start = from.start;
      this.prefetch = from.prefetch;
      this.acceptIncomplete = from.acceptIncomplete;
      this.badItems = from.badItems;
      this.sync = from.sync;
      this.expired = from.expired;
      this.listener = from.listener;
    }

    private TraversalOptions options() {
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
