package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import dev.pageturner.page.Page;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** Pages of 3. */
public class PagesOf3Test extends PublisherRules<Page<Long>> {
  @Override
  protected LazyPublisher<Page<Long>> of(long elements) {
    return numbers(elements * 3, 3).maxPages(elements).pages();
  }

  @Override
  protected Executor executor() {
    return ForkJoinPool.commonPool();
  }
}
