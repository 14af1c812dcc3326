package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
  static Stream<Scenario> all() {
    return Scenarios.all();
  }

  static Stream<Scenario> streamed() {
    return all().filter(scenario -> scenario.limits().streamed());
  }

  static Stream<Scenario> resumable() {
    return all().filter(scenario -> scenario.limits().resumable());
  }

  static Stream<Scenario> resumableStreams() {
    return resumable().filter(scenario -> scenario.limits().streamed());
  }

  /** A failing page is given out by item, but not as a page. */
  static Stream<Scenario> wholePages() {
    return all()
        .filter(each -> each.outcome().error() == null)
        .filter(each -> each.list().take() == Long.MAX_VALUE);
  }

  @Test
  void thereAreEnough() {
    assertThat(Scenarios.written()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(Scenarios.all().map(Scenario::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdsPlainly(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new SyncRunner()).holdPlainly();
  }

  @ParameterizedTest
  @MethodSource("all")
  void holdsWhenReadAhead(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new SyncRunner()).holdWhenReadAhead(2);
  }

  @ParameterizedTest
  @MethodSource("streamed")
  void holdsWhenStreamed(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new SyncRunner()).holdStreamed();
  }

  @ParameterizedTest
  @MethodSource("resumable")
  void holdsWhenResumedAtAnyItem(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new SyncRunner()).holdWhenResumed(false);
  }

  @ParameterizedTest
  @MethodSource("resumableStreams")
  void holdsWhenStreamedAndResumedAtAnyItem(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new SyncRunner()).holdWhenResumed(true);
  }

  @ParameterizedTest
  @MethodSource("wholePages")
  void holdsAsPages(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new PagesRunner()).holdPlainly();
  }

  @ParameterizedTest
  @MethodSource("wholePages")
  void holdsAsStream(Scenario scenario) throws Exception {
    new ScenarioLaws(scenario, new StreamRunner()).holdPlainly();
  }
}
