package dev.pageturner.laws;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.LazyIterable;

/** A paged sequence that is not the SDK's own. */
record ForeignList<T>(PagedIterable<T> list) implements PagedIterable<T> {
  @Override
  public PagedIterator<T> iterator() {
    return list.iterator();
  }

  @Override
  public LazyIterable<Page<T>> pages() {
    return list.pages();
  }

  @Override
  public PagedIterable<T> pageSize(int items) {
    return new ForeignList<>(list.pageSize(items));
  }

  @Override
  public PagedIterable<T> maxItems(long items) {
    return new ForeignList<>(list.maxItems(items));
  }

  @Override
  public PagedIterable<T> maxPages(long pages) {
    return new ForeignList<>(list.maxPages(pages));
  }

  @Override
  public PagedIterable<T> maxEmptyPages(int pages) {
    return new ForeignList<>(list.maxEmptyPages(pages));
  }

  @Override
  public PagedIterable<T> maxSamePages(int pages) {
    return new ForeignList<>(list.maxSamePages(pages));
  }

  @Override
  public PagedIterable<T> acceptIncomplete() {
    return new ForeignList<>(list.acceptIncomplete());
  }

  @Override
  public PagedIterable<T> onBadItem(BadItemHandler handler) {
    return new ForeignList<>(list.onBadItem(handler));
  }

  @Override
  public PagedIterable<T> startFrom(Checkpoint checkpoint) {
    return new ForeignList<>(list.startFrom(checkpoint));
  }

  @Override
  public PagedIterable<T> sync() {
    return new ForeignList<>(list.sync());
  }

  @Override
  public PagedIterable<T> onExpiredCursor(ExpiredCursor<? super T> policy) {
    return new ForeignList<>(list.onExpiredCursor(policy));
  }

  @Override
  public PagedIterable<T> prefetch(int pages) {
    return new ForeignList<>(list.prefetch(pages));
  }

  @Override
  public PagedIterable<T> listener(TraversalListener listener) {
    return new ForeignList<>(list.listener(listener));
  }

  @Override
  public Checkpoint forEachBatch(BatchLimit<? super T> limit, BatchSink<T> sink) throws Exception {
    return list.forEachBatch(limit, sink);
  }
}
