package dev.pageturner.async;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.ApiResponse;
import dev.pageturner.batch.BatchSink;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.events.EventOptions;
import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.CloseableIterator;
import dev.pageturner.sequence.LazyIterable;
import dev.pageturner.testing.Side;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;

/** The asynchronous side, for tests that wait for it. */
public final class AsyncSide implements Side {
  private final AsyncApiClient api;

  /** By reflection. */
  public AsyncSide(ApiClient client) {
    this.api = AsyncApiClient.of(client);
  }

  @Override
  public <T> PagedIterable<T> list(PagedIterable<T> list) {
    return new Published<>(api, list);
  }

  @Override
  public <T> T object(ApiRequest request, String method, Type type) {
    return of(api.request(request).object(method, type));
  }

  @Override
  public <T> ApiResponse<T> answer(ApiRequest request, String method, Type type) {
    return of(api.request(request).send(method, type));
  }

  @Override
  public void send(ApiRequest request, String method) {
    of(api.request(request).send(method));
  }

  @Override
  public <T> LazyIterable<T> events(ApiRequest request, Class<T> type, EventOptions options) {
    return api.request(request).events(type, options).toIterable(1);
  }

  @Override
  public <T> LazyIterable<T> jsonLines(ApiRequest request, Class<T> type) {
    return api.request(request).<T>jsonLines(type).toIterable(1);
  }

  private static <T> T of(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new PageturnerException.Cancelled("interrupted while waiting for a future", e, null);
    }
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
    public PagedIterable<T> maxSamePages(int pages) {
      return with(list.maxSamePages(pages));
    }

    @Override
    public PagedIterable<T> acceptIncomplete() {
      return with(list.acceptIncomplete());
    }

    @Override
    public PagedIterable<T> onBadItem(BadItemHandler handler) {
      return with(list.onBadItem(handler));
    }

    @Override
    public PagedIterable<T> startFrom(Checkpoint checkpoint) {
      return with(list.startFrom(checkpoint));
    }

    @Override
    public PagedIterable<T> sync() {
      return with(list.sync());
    }

    @Override
    public PagedIterable<T> onExpiredCursor(ExpiredCursor<? super T> policy) {
      return with(list.onExpiredCursor(policy));
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
    private volatile Optional<Verdict> verdict = Optional.empty();
    private Checkpoint checkpoint;

    Items(AsyncApiClient api, PagedIterable<T> list) {
      // Before there is demand it costs no request.
      this.checkpoint = first(api.publish(list));
      this.items = api.publish(list.listener(this::heard))
          .withCheckpoints()
          .toIterable(1)
          .iterator();
    }

    private static Checkpoint first(PagedPublisher<?> list) {
      CompletableFuture<Checkpoint> checkpoint = new CompletableFuture<>();
      list.subscribe(new Recorded<Object>(0) {
        @Override
        public void onSubscribe(Subscription given) {
          try {
            checkpoint.complete(((PagedSubscription) given).checkpoint());
            given.cancel();
          } catch (IllegalStateException e) {
            // The error that follows says why there is none.
          }
        }

        @Override
        public void onError(Throwable e) {
          checkpoint.completeExceptionally(e);
        }
      });
      return of(checkpoint);
    }

    private void heard(TraversalEvent event) {
      if (event instanceof TraversalEvent.Ended ended) {
        reason = Optional.of(ended.reason());
        verdict = ended.verdict();
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
    public Optional<Verdict> verdict() {
      return verdict;
    }

    @Override
    public void close() {
      items.close();
    }
  }
}
