package dev.pageturner.laws;

import dev.pageturner.ApiRequest;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import java.util.ArrayList;
import java.util.List;

/** Runs scenarios through an iterator. */
final class SyncRunner implements ScenarioRunner {
  @Override
  public Run run(ApiRequest request, How how) {
    List<String> items = new ArrayList<>();
    try (PagedIterator<Raw> iterator = listing(request, how).iterator()) {
      try {
        while (items.size() < how.take() && iterator.hasNext()) {
          items.add(iterator.next().json());
        }
        return new Run(items, iterator.stopReason().orElse(null), null, iterator.checkpoint());
      } catch (PageturnerException e) {
        return new Run(items, null, e, iterator.checkpoint());
      }
    }
  }

  static PagedIterable<Raw> listing(ApiRequest request, How how) {
    Scenario.Listing asked = how.scenario().list();
    PagedIterable<Raw> list = request
        .list(Raw.class)
        .prefetch(how.prefetch())
        .maxItems(asked.maxItems())
        .maxPages(asked.maxPages());
    list = asked.pageSize() > 0 ? list.pageSize(asked.pageSize()) : list;
    list = asked.maxEmptyPages() > 0 ? list.maxEmptyPages(asked.maxEmptyPages()) : list;
    return how.from() == null ? list : list.startFrom(how.from());
  }
}
