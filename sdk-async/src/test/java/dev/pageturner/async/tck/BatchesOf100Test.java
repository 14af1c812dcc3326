package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import java.util.List;

/** Batches of items, 100 to a page. */
public class BatchesOf100Test extends PublisherRules<List<Long>> {
  @Override
  protected LazyPublisher<List<Long>> of(long elements) {
    return numbers(elements * 2, 100).batched(2);
  }
}
