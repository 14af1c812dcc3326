package dev.pageturner.laws;

import dev.pageturner.ApiRequest;
import java.util.List;

/** Runs scenarios page by page. */
final class PagesRunner implements ScenarioRunner {
  @Override
  public Run run(ApiRequest request, How how) {
    List<String> items = SyncRunner.listing(request, how)
        .pages()
        .flatMap(page -> page.items())
        .map(Raw::json)
        .toList();
    // Pages do not say why they ended; that they did is seen by the requests.
    return new Run(items, how.scenario().outcome().end(), null, null);
  }
}
