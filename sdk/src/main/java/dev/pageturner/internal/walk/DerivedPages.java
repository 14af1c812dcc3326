package dev.pageturner.internal.walk;

import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;

/**
 * What an operator makes of one list, whose pages and places it keeps: whatever is said about it is
 * said to that list.
 */
abstract class DerivedPages<T, R> extends SteppedPages<R> {
  final SteppedPages<T> source;

  DerivedPages(SteppedPages<T> source) {
    this.source = source;
  }

  /** {@return the same made of a list of which something else was asked} */
  abstract PagedIterable<R> over(SteppedPages<T> changed);

  private PagedIterable<R> overChanged(PagedIterable<T> changed) {
    return over(SteppedPages.of(changed));
  }

  @Override
  final String fingerprint() {
    return source.fingerprint();
  }

  @Override
  public final PagedIterable<R> pageSize(int items) {
    return overChanged(source.pageSize(items));
  }

  @Override
  public PagedIterable<R> maxItems(long items) {
    return overChanged(source.maxItems(items));
  }

  @Override
  public final PagedIterable<R> maxPages(long pages) {
    return overChanged(source.maxPages(pages));
  }

  @Override
  public final PagedIterable<R> maxEmptyPages(int pages) {
    return overChanged(source.maxEmptyPages(pages));
  }

  @Override
  public final PagedIterable<R> maxSamePages(int pages) {
    return overChanged(source.maxSamePages(pages));
  }

  @Override
  public final PagedIterable<R> acceptIncomplete() {
    return overChanged(source.acceptIncomplete());
  }

  @Override
  public final PagedIterable<R> onBadItem(BadItemHandler handler) {
    return overChanged(source.onBadItem(handler));
  }

  @Override
  public final PagedIterable<R> startFrom(Checkpoint checkpoint) {
    return overChanged(source.startFrom(checkpoint));
  }

  @Override
  public final PagedIterable<R> sync() {
    return overChanged(source.sync());
  }

  /** Keys are taken from the items of the list itself. */
  @Override
  public PagedIterable<R> onExpiredCursor(ExpiredCursor<? super R> policy) {
    throw new UnsupportedOperationException(
        "the policy is about the list's own items: set onExpiredCursor before map");
  }

  @Override
  public final PagedIterable<R> prefetch(int pages) {
    return overChanged(source.prefetch(pages));
  }

  @Override
  public final PagedIterable<R> listener(TraversalListener listener) {
    return overChanged(source.listener(listener));
  }
}
