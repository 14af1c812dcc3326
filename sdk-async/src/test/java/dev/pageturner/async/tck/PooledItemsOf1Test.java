package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Items, 1 to a page, on a pool. */
public class PooledItemsOf1Test extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements, 1);
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
