package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** The first elements. */
public class LimitTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements + 5, 3).limit(elements);
  }
}
