package dev.pageturner.async;

import dev.pageturner.ApiClient;
import dev.pageturner.batch.BatchSink;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import dev.pageturner.testing.ListsUnderTest;
import java.util.Optional;

/** Lists of the fault tests as publishers, read by a thread that waits for their items. */
public final class PublishedLists implements ListsUnderTest {
  /** By reflection. */
  public PublishedLists() {}

  @Override
  public <T> PagedIterable<T> of(ApiClient api, PagedIterable<T> list) {
    return new Published<>(AsyncApiClient.of(api), list);
  }

  private record Published<T>(AsyncApiClient api, PagedIterable<T> list)
      implements PagedIterable<T> {
    private Published<T> with(PagedIterable<T> changed) {
      return new Published<>(api, changed);
    }

    @Override
    public PagedIterator<T> iterator() {
      return new Items<>(api, list);
    }

    @Override
    public LazyIterable<Page<T>> pages() {
      return api.publish(list).pages().toIterable(1);
    }

    @Override
    public Checkpoint forEachBatch(BatchLimit<? super T> limit, BatchSink<T> sink) {
      throw new UnsupportedOperationException("publishers have no sinks");
    }

    @Override
    public PagedIterable<T> pageSize(int items) {
      return with(list.pageSize(items));
    }

    @Override
    public PagedIterable<T> maxItems(long items) {
      return with(list.maxItems(items));
    }

    @Override
    public PagedIterable<T> maxPages(long pages) {
      return with(list.maxPages(pages));
    }

    @Override
    public PagedIterable<T> maxEmptyPages(int pages) {
      return with(list.maxEmptyPages(pages));
    }

    @Override
    public PagedIterable<T> startFrom(Checkpoint checkpoint) {
      return with(list.startFrom(checkpoint));
    }

    @Override
    public PagedIterable<T> prefetch(int pages) {
      return with(list.prefetch(pages));
    }

    @Override
    public PagedIterable<T> listener(TraversalListener listener) {
      return with(list.listener(listener));
    }
  }

  private static final class Items<T> implements PagedIterator<T> {
    private final CloseableIterator<Checkpointed<T>> items;
    private volatile Optional<StopReason> reason = Optional.empty();
    private Checkpoint checkpoint;

    Items(AsyncApiClient api, PagedIterable<T> list) {
      // Before the first item it costs no request.
      this.checkpoint = list.iterator().checkpoint();
      this.items = api.publish(list.listener(this::heard))
          .withCheckpoints()
          .toIterable(1)
          .iterator();
    }

    private void heard(TraversalEvent event) {
      if (event instanceof TraversalEvent.Ended ended) {
        reason = Optional.of(ended.reason());
      }
    }

    @Override
    public boolean hasNext() {
      return items.hasNext();
    }

    @Override
    public T next() {
      Checkpointed<T> next = items.next();
      checkpoint = next.checkpoint();
      return next.item();
    }

    @Override
    public Checkpoint checkpoint() {
      return checkpoint;
    }

    @Override
    public Optional<StopReason> stopReason() {
      return reason;
    }

    @Override
    public void close() {
      items.close();
    }
  }
}
