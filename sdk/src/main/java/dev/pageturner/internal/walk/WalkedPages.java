package dev.pageturner.internal.walk;

import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PageFunction;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import java.util.Objects;

/** A paged sequence: a source, and what the user asked of its traversals. */
public final class WalkedPages<T> extends SteppedPages<T> {
  private final PageSource<T> source;
  private final TraversalOptions options;

  private WalkedPages(PageSource<T> source, TraversalOptions options) {
    this.source = Objects.requireNonNull(source, "source");
    this.options = options;
  }

  /** {@return the list whose pages come from a source} */
  public static <T> WalkedPages<T> of(PageSource<T> source) {
    WalkLimits limits = WalkLimits.DEFAULT.withRepeatedPositions(source.mayRepeatPositions());
    return new WalkedPages<>(source, TraversalOptions.DEFAULT.withLimits(limits));
  }

  /** {@return the list whose pages a function of the application fetches} */
  public static <T> WalkedPages<T> of(PageFunction<T> function) {
    return of(new FunctionPages<>(function));
  }

  /** Not by steps: what most lists are traversed by has no step between. */
  @Override
  public PagedIterator<T> iterator() {
    return new ItemIterator<>(walk(Supplies.waiting()));
  }

  private ItemWalk<T> walk(Supplies supplies) {
    return new ItemWalk<>(source, options, supplies);
  }

  @Override
  String fingerprint() {
    return source.fingerprint();
  }

  @Override
  public Steps<T> itemSteps(Supplies supplies) {
    return new ItemSteps<>(walk(supplies));
  }

  @Override
  public Steps<Page<T>> pageSteps(Supplies supplies) {
    return new PageSteps<>(walk(supplies));
  }

  private PagedIterable<T> with(TraversalOptions options) {
    return new WalkedPages<>(source, options);
  }

  @Override
  public PagedIterable<T> pageSize(int items) {
    return with(options.withPageSize(items));
  }

  @Override
  public PagedIterable<T> maxItems(long items) {
    return with(options.withMaxItems(items));
  }

  @Override
  public PagedIterable<T> maxPages(long pages) {
    return with(options.withMaxPages(pages));
  }

  @Override
  public PagedIterable<T> maxEmptyPages(int pages) {
    return with(options.withMaxEmptyPages(pages));
  }

  @Override
  public PagedIterable<T> maxSamePages(int pages) {
    return with(options.withMaxSamePages(pages));
  }

  @Override
  public PagedIterable<T> acceptIncomplete() {
    return with(options.withAcceptIncomplete());
  }

  @Override
  public PagedIterable<T> onBadItem(BadItemHandler handler) {
    return with(options.withBadItems(Objects.requireNonNull(handler, "handler")));
  }

  @Override
  public PagedIterable<T> startFrom(Checkpoint checkpoint) {
    return with(options.withStart(Objects.requireNonNull(checkpoint, "checkpoint")));
  }

  @Override
  public PagedIterable<T> sync() {
    return with(options.withSync());
  }

  @Override
  public PagedIterable<T> onExpiredCursor(ExpiredCursor<? super T> policy) {
    return with(options.withExpired(Objects.requireNonNull(policy, "policy")));
  }

  @Override
  public PagedIterable<T> prefetch(int pages) {
    return with(options.withPrefetch(pages));
  }

  @Override
  public PagedIterable<T> listener(TraversalListener listener) {
    Objects.requireNonNull(listener, "listener");
    return source.asksNobody() ? this : with(options.withListener(listener));
  }

  @Override
  public String toString() {
    return "PagedIterable[" + source + "]";
  }
}
