package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.openapi.mockserver.internal.data.Data;
import dev.pageturner.openapi.mockserver.internal.request.Asked;
import dev.pageturner.openapi.mockserver.internal.sample.Samples;
import dev.pageturner.openapi.mockserver.internal.trait.Traits;
import dev.pageturner.openapi.model.Operation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes requests to lists. Safe for use by several threads. */
public final class ListHandler {
  private final Samples samples;
  private final MockOptions options;
  private final Data data;
  private final Map<String, ListCounts> counts = new ConcurrentHashMap<>();

  public ListHandler(Samples samples, MockOptions options, Data data) {
    this.samples = samples;
    this.options = options;
    this.data = data;
  }

  /**
   * {@return a request to a list, counted}
   *
   * @param plan the list
   * @param asked the request
   * @param traits the traits of the list
   */
  public ListCall call(ListPlan plan, Asked asked, Traits traits) {
    Operation operation = plan.operation();
    ListCounts list = counts.computeIfAbsent(
        operation.method() + " " + operation.path(), same -> new ListCounts());
    String series = plan.collection().series(asked.pathValues());
    return new ListCall(
        plan, asked, new ListSetting(options, samples, traits, series), data.rows(series), list);
  }
}
