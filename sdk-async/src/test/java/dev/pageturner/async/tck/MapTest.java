package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** Elements changed. */
public class MapTest extends PublisherRules<String> {
  @Override
  protected LazyPublisher<String> of(long elements) {
    return numbers(elements, 3).map(String::valueOf);
  }
}
