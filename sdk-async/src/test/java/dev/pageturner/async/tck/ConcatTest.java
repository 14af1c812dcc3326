package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** One publisher after another. */
public class ConcatTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements / 2, 3).concat(numbers(elements - elements / 2, 3));
  }
}
