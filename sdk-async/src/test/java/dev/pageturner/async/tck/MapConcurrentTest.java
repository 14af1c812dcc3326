package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Stages several at a time, in order. */
public class MapConcurrentTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements, 3)
        .mapConcurrent(4, item -> CompletableFuture.supplyAsync(() -> item, executor()));
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
