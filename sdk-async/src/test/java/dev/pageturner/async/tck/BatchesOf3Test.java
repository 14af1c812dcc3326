package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Batches of items, 3 to a page. */
public class BatchesOf3Test extends PublisherRules<List<Long>> {
  @Override
  protected LazyPublisher<List<Long>> of(long elements) {
    return numbers(elements * 2, 3).batched(2);
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
