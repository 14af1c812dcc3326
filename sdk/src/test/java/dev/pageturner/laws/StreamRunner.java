package dev.pageturner.laws;

import dev.pageturner.ApiRequest;
import java.util.List;
import java.util.stream.Stream;

/** Runs scenarios through a stream. */
final class StreamRunner implements ScenarioRunner {
  @Override
  public Run run(ApiRequest request, How how) {
    try (Stream<Raw> items = SyncRunner.listing(request, how).stream()) {
      List<String> all = items.map(Raw::json).toList();
      return new Run(all, how.scenario().outcome().end(), null, null);
    }
  }
}
