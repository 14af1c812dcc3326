package dev.pageturner.laws;

import dev.pageturner.testing.Side;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipelines over lists of every dialect, killed after every item. */
class PipelineScenarioTest {
  static Stream<Scenario> written() {
    return PipelineLaws.written();
  }

  static Stream<Scenario> detected() {
    return PipelineLaws.detected();
  }

  @ParameterizedTest
  @MethodSource("written")
  void resumesAfterAnyItem(Scenario scenario) throws Exception {
    new PipelineLaws(scenario, client -> new Side.Blocking()).hold();
  }

  @ParameterizedTest
  @MethodSource("detected")
  void resumesAfterAnyItemOfDetectedLists(Scenario scenario) throws Exception {
    new PipelineLaws(scenario, client -> new Side.Blocking()).holdWithTwoLevels();
  }
}
