package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Several publishers as their elements come. */
public class MergeTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return LazyPublisher.merge(numbers(elements / 2, 3), numbers(elements - elements / 2, 3))
        .executor(executor());
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
