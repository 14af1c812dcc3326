package dev.pageturner.laws;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pageturner.testing.Side;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipelines over lists of every dialect, killed after every item. */
class PipelineScenarioTest {
  static Stream<Arguments> written() {
    List<Scenario> all = PipelineLaws.written().toList();
    return IntStream.range(0, all.size()).mapToObj(i -> arguments(all.get(i), i));
  }

  /** Some: they are lists of those above, and how they page is all that is recognised. */
  static Stream<Scenario> detected() {
    List<Scenario> all = PipelineLaws.detected().toList();
    return IntStream.range(0, all.size()).filter(i -> i % 4 == 0).mapToObj(all::get);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("written")
  void resumesAfterAnyItem(Scenario scenario, int turn) throws Exception {
    new PipelineLaws(scenario, client -> new Side.Blocking()).hold(turn);
  }

  @ParameterizedTest
  @MethodSource("detected")
  void resumesAfterAnyItemOfDetectedLists(Scenario scenario) throws Exception {
    new PipelineLaws(scenario, client -> new Side.Blocking()).holdWithTwoLevels();
  }
}
