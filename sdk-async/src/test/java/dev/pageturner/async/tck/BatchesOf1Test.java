package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.List;

/** Batches of items, 1 to a page. */
public class BatchesOf1Test extends PublisherRules<List<Long>> {
  @Override
  protected LazyPublisher<List<Long>> of(long elements) {
    return numbers(elements * 2, 1).batched(2);
  }
}
