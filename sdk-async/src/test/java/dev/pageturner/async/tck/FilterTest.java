package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** Some of the elements. */
public class FilterTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements * 2, 3).filter(item -> item % 2 == 1);
  }
}
