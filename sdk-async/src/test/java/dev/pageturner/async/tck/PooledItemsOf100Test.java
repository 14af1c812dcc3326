package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Items, 100 to a page, on a pool. */
public class PooledItemsOf100Test extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements, 100);
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
