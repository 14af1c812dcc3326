package dev.pageturner.laws;

import dev.pageturner.ApiRequest;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import java.util.List;

/** Runs one traversal of a scenario: once for the sync side, once for the async side. */
@FunctionalInterface
public interface ScenarioRunner {
  /**
   * Lists.
   *
   * @param request what to list, as {@link Raw} items
   * @param how the options of the traversal
   * @return what came of it
   */
  Run run(ApiRequest request, How how);

  /**
   * The options of a traversal.
   *
   * @param scenario the scenario, for page size and limits
   * @param prefetch the pages to read ahead
   * @param from where to start, null for the beginning
   * @param take the items to ask for; asking for one more tells the end
   */
  record How(Scenario scenario, int prefetch, Checkpoint from, long take) {}

  /**
   * What came of a traversal.
   *
   * @param items the JSON of the items
   * @param end why it ended, null if it did not
   * @param error what it threw, null for nothing
   * @param checkpoint after the last item; null if none can be had
   */
  record Run(
      List<String> items, StopReason end, PageturnerException error, Checkpoint checkpoint) {}
}
