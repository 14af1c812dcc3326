package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Batches by time. */
public class TimedBatchesTest extends PublisherRules<List<Long>> {
  @Override
  protected LazyPublisher<List<Long>> of(long elements) {
    return numbers(elements * 2, 3).batched(2, Duration.ofMinutes(1));
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
