package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Publishers several at a time. */
public class ConcurrentFlatMapTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements, 3).flatMap(4, item -> numbers(1, 1));
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
