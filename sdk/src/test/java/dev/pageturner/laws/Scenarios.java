package dev.pageturner.laws;

import java.util.List;
import java.util.stream.Stream;

/** All scenarios: the sync and the async side run the same. */
public final class Scenarios {
  private Scenarios() {}

  /** {@return the scenarios as they are written} */
  public static List<Scenario> written() {
    return Stream.of(
            CursorScenarios.all(),
            HeaderScenarios.all(),
            LastItemScenarios.all(),
            LinkScenarios.all(),
            CounterScenarios.all(),
            PostScenarios.all(),
            OddPageScenarios.all(),
            ErrorScenarios.all(),
            FollowingScenarios.all(),
            BodyFormScenarios.all(),
            DetectionScenarios.all())
        .flatMap(List::stream)
        .toList();
  }

  /** {@return all scenarios, those too whose pagination can be detected} */
  public static Stream<Scenario> all() {
    return written().stream()
        .flatMap(each ->
            each.limits().detected() ? Stream.of(each, each.withDetection()) : Stream.of(each));
  }
}
