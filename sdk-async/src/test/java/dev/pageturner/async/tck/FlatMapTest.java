package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** Publishers one after another. */
public class FlatMapTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements, 3).flatMap(item -> LazyPublisher.of(item));
  }
}
