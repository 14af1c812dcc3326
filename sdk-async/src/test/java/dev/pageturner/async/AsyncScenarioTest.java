package dev.pageturner.async;

import dev.pageturner.laws.Scenario;
import dev.pageturner.laws.ScenarioLaws;
import dev.pageturner.laws.Scenarios;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 11: what holds for an iterator holds for a publisher, scenario by scenario. */
class AsyncScenarioTest {
  private static final Executor POOL = ForkJoinPool.commonPool();
  private static final Executor DIRECT = Runnable::run;

  static Stream<Scenario> all() {
    return Scenarios.all();
  }

  static Stream<Scenario> streamed() {
    return all().filter(scenario -> scenario.limits().streamed());
  }

  static Stream<Scenario> resumable() {
    return all().filter(scenario -> scenario.limits().resumable());
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdsPlainly(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new PublisherRunner(POOL)).holdPlainly();
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdsOnTheThreadThatIsThere(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new PublisherRunner(DIRECT)).holdPlainly();
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdsWhenReadAhead(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new PublisherRunner(POOL)).holdWhenReadAhead(2);
  }

  @ParameterizedTest
  @MethodSource("streamed")
  void holdsWhenStreamed(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new PublisherRunner(POOL)).holdStreamed();
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void holdsWhenResumedAtAnyItem(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new PublisherRunner(POOL)).holdWhenResumed(false);
  }

  static Stream<Scenario> resumableStreams() {
    return resumable().filter(scenario -> scenario.limits().streamed());
  }

  @ParameterizedTest
  @MethodSource("resumableStreams")
  void holdsWhenResumedAndStreamed(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new PublisherRunner(POOL)).holdWhenResumed(true);
  }
}
