package dev.pageturner.internal.walk;

import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;

/** A list of somebody else, of which only the iterators are known. */
final class ForeignPages<T> extends SteppedPages<T> {
  private final PagedIterable<T> list;

  ForeignPages(PagedIterable<T> list) {
    this.list = list;
  }

  @Override
  String fingerprint() {
    try (PagedIterator<T> items = list.iterator()) {
      return items.checkpoint().request(); // Costs no request.
    }
  }

  @Override
  public Steps<T> itemSteps(Supplies supplies) {
    return ForeignSteps.items(list.iterator());
  }

  @Override
  public Steps<Page<T>> pageSteps(Supplies supplies) {
    return ForeignSteps.pages(list.pages().iterator(), fingerprint());
  }

  @Override
  public PagedIterable<T> pageSize(int items) {
    return of(list.pageSize(items));
  }

  @Override
  public PagedIterable<T> maxItems(long items) {
    return of(list.maxItems(items));
  }

  @Override
  public PagedIterable<T> maxPages(long pages) {
    return of(list.maxPages(pages));
  }

  @Override
  public PagedIterable<T> maxEmptyPages(int pages) {
    return of(list.maxEmptyPages(pages));
  }

  @Override
  public PagedIterable<T> maxSamePages(int pages) {
    return of(list.maxSamePages(pages));
  }

  @Override
  public PagedIterable<T> acceptIncomplete() {
    return of(list.acceptIncomplete());
  }

  @Override
  public PagedIterable<T> onBadItem(BadItemHandler handler) {
    return of(list.onBadItem(handler));
  }

  @Override
  public PagedIterable<T> startFrom(Checkpoint checkpoint) {
    return of(list.startFrom(checkpoint));
  }

  @Override
  public PagedIterable<T> sync() {
    return of(list.sync());
  }

  @Override
  public PagedIterable<T> onExpiredCursor(ExpiredCursor<? super T> policy) {
    return of(list.onExpiredCursor(policy));
  }

  @Override
  public PagedIterable<T> prefetch(int pages) {
    return of(list.prefetch(pages));
  }

  @Override
  public PagedIterable<T> listener(TraversalListener listener) {
    return of(list.listener(listener));
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
