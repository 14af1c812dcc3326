package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.laws.Scenario.Step;
import dev.pageturner.laws.ScenarioRunner.How;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever page of a scenario is no page, and whatever signal goes by another name: no list is
 * called complete whose items are missing.
 */
class DroppedPagesTest {
  private static final int WHOLE = 1 << 20;

  static Stream<Scenario> complete() {
    return Scenarios.all()
        .filter(each -> each.outcome().end() == StopReason.END_OF_LIST)
        // Of lines, any JSON is an item.
        .filter(each -> !(each.list().pagination().items() instanceof Items.Lines))
        .filter(each -> each.steps().get(0).headers().stream().noneMatch(h -> h.contains("json")))
        .filter(each -> each.steps().size() > 1);
  }

  @ParameterizedTest
  @MethodSource("complete")
  void noPageInPlaceOfAPage(Scenario scenario) throws Exception {
    for (int at = 1; at < scenario.steps().size(); at++) {
      Step step = scenario.steps().get(at);
      check(scenario, at, new Step(step.request(), 202, List.of(), ""));
      check(scenario, at, new Step(step.request(), 200, List.of(), "null"));
      check(scenario, at, new Step(step.request(), 200, List.of(), "{\"message\": \"later\"}"));
      check(scenario, at, new Step(step.request(), 200, List.of(), "{\"zeug\": [1]}"));
    }
  }

  @ParameterizedTest
  @MethodSource("complete")
  void nextPositionUnderAnotherName(Scenario scenario) throws Exception {
    for (int at = 0; at + 1 < scenario.steps().size(); at++) {
      Step step = scenario.steps().get(at);
      for (String name : nextNames(scenario.list().pagination().next())) {
        String body = step.body().replace("\"" + name + "\"", "\"zork\"");
        check(scenario, at, new Step(step.request(), step.status(), step.headers(), body));
      }
    }
  }

  private static List<String> nextNames(Next next) {
    List<Source> sources = next instanceof Next.Cursor cursor
        ? cursor.sources()
        : next instanceof Next.Url url ? List.of(url.source()) : List.of();
    return sources.stream()
        .filter(Source.Body.class::isInstance)
        .map(
            source -> ((Source.Body) source).path().text().replaceAll("^.*[.']([^.']+)'?]?$", "$1"))
        .toList();
  }

  private static void check(Scenario scenario, int at, Step instead) throws Exception {
    if (instead.equals(scenario.steps().get(at))) {
      return;
    }
    List<Step> steps = new ArrayList<>(scenario.steps());
    steps.set(at, instead);
    Scenario changed = new Scenario(
        scenario.name(),
        scenario.list(),
        steps,
        scenario.items(),
        scenario.outcome(),
        scenario.limits());
    ScenarioLaws laws = new ScenarioLaws(changed, new SyncRunner());
    List<String> items = new ArrayList<>();
    try (ScenarioServer server = new ScenarioServer(changed);
        ApiClient client = laws.client(server, WHOLE);
        PagedIterator<Raw> iterator = SyncRunner.listing(
                laws.request(client), new How(changed, 0, null, Long.MAX_VALUE))
            .iterator()) {
      iterator.forEachRemaining(item -> items.add(item.json()));
      boolean proved = iterator.verdict().orElseThrow().isComplete();
      boolean missing = !items.containsAll(scenario.items());
      assertThat(proved && missing && iterator.verdict().get().evidence().isEmpty())
          .as(
              "page %d is %s; %s of %s items, and %s",
              at + 1, instead, items.size(), scenario.items().size(), iterator.verdict())
          .isFalse();
    } catch (PageturnerException e) {
      assertThat(items)
          .as(e.getMessage())
          .hasSizeLessThanOrEqualTo(scenario.items().size());
    }
  }
}
