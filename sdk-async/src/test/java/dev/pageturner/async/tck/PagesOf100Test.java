package dev.pageturner.async.tck;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;
import dev.pageturner.page.Page;

/** Pages of 100. */
public class PagesOf100Test extends PublisherRules<Page<Long>> {
  @Override
  protected LazyPublisher<Page<Long>> of(long elements) {
    return numbers(elements * 100, 100).maxPages(elements).pages();
  }
}
