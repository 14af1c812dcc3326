package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** A publisher of somebody else. */
public class ForeignTest extends PublisherRules<Long> {
  @Override
  protected LazyPublisher<Long> of(long elements) {
    return LazyPublisher.<Long>from(new Wrapped<>(numbers(elements, 3))).executor(executor());
  }
}
