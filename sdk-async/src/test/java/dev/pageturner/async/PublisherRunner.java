package dev.pageturner.async;

import dev.pageturner.ApiRequest;
import dev.pageturner.async.internal.AsyncParts;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.RequestParts;
import dev.pageturner.laws.Raw;
import dev.pageturner.laws.Scenario;
import dev.pageturner.laws.ScenarioRunner;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.position.StopReason;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** Runs scenarios through a publisher: the same requests, the same items, the same ends. */
final class PublisherRunner implements ScenarioRunner {
  private final Executor executor;

  PublisherRunner(Executor executor) {
    this.executor = executor;
  }

  @Override
  public Run run(ApiRequest request, How how) {
    CountDownLatch enough = new CountDownLatch(1);
    Recorded<Raw> seen = new Recorded<>(how.take(), (self, item) -> {
      if (self.items.size() == how.take()) {
        enough.countDown();
      }
    });
    seen.then = enough::countDown;
    publisher(request, how).subscribe(seen);
    if (how.take() > 0) {
      await(enough);
    } else {
      await(seen.subscribed);
    }
    PagedSubscription subscription = (PagedSubscription) seen.subscription;
    StopReason end = subscription.stopReason().orElse(null);
    subscription.cancel();
    return new Run(
        seen.items.stream().map(Raw::json).toList(),
        end,
        error(seen.failure),
        subscription.checkpoint());
  }

  private static PageturnerException error(Throwable failure) {
    if (failure == null || failure instanceof PageturnerException) {
      return (PageturnerException) failure;
    }
    throw new AssertionError("not an error of ours", failure);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("neither the items nor an end came");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private PagedPublisher<Raw> publisher(ApiRequest request, How how) {
    Scenario.Listing asked = how.scenario().list();
    PagedIterable<Raw> list = request
        .list(Raw.class)
        .prefetch(how.prefetch())
        .maxItems(asked.maxItems())
        .maxPages(asked.maxPages());
    list = asked.pageSize() > 0 ? list.pageSize(asked.pageSize()) : list;
    list = asked.maxEmptyPages() > 0 ? list.maxEmptyPages(asked.maxEmptyPages()) : list;
    list = how.from() == null ? list : list.startFrom(how.from());
    RequestParts parts = RequestParts.of(request);
    return AsyncParts.of(parts, 12, ForkJoinPool.commonPool(), executor).publish(list);
  }
}
