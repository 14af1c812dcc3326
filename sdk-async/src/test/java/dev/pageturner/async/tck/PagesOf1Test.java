package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import dev.pageturner.page.Page;

/** Pages of 1. */
public class PagesOf1Test extends PublisherRules<Page<Long>> {
  @Override
  protected LazyPublisher<Page<Long>> of(long elements) {
    return numbers(elements * 1, 1).maxPages(elements).pages();
  }
}
