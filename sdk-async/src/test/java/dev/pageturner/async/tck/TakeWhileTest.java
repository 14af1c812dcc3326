package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** The elements before one. */
public class TakeWhileTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return numbers(elements + 5, 3).takeWhile(item -> item < elements);
  }
}
