package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.testing.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * What must hold for pipelines over the list of a scenario: killed after any item, it goes on with
 * the next one, from the place where it would have been anyway, and reads at most one page of each
 * level again.
 */
public final class PipelineLaws {
  private final Scenario scenario;
  private final Function<ApiClient, Side> sides;
  private final Set<String> few;

  /** Puts a scenario before a side. */
  public PipelineLaws(Scenario scenario, Function<ApiClient, Side> sides) {
    this.scenario = scenario;
    this.sides = sides;
    List<String> items = scenario.items();
    this.few = new LinkedHashSet<>();
    Stream.of(items.size() / 3, items.size() - 1).map(items::get).forEach(few::add);
  }

  /** {@return the scenarios that lists within lists can be made of, as they are written} */
  public static Stream<Scenario> written() {
    return suiting(Scenarios.written().stream());
  }

  /** {@return those whose pagination can be detected, detecting it} */
  public static Stream<Scenario> detected() {
    return suiting(Scenarios.written().stream().filter(each -> each.limits().detected()))
        .map(Scenario::withDetection);
  }

  private static Stream<Scenario> suiting(Stream<Scenario> all) {
    return all.filter(each -> each.limits().resumable() && each.outcome().error() == null)
        .filter(each -> each.list().take() == Long.MAX_VALUE)
        .filter(each -> each.items().size() > 1 && each.items().size() < 20);
  }

  /** A pipeline over a list, with the levels that it has. */
  private record Pipeline(int levels, PagedIterable<String> items, List<String> expected) {}

  private static String text(Raw item) {
    return item == null ? "null" : item.json();
  }

  private Pipeline filtered(PagedIterable<Raw> list) {
    return new Pipeline(
        1,
        list.map(PipelineLaws::text).filter(few::contains),
        scenario.items().stream().filter(few::contains).toList());
  }

  private Pipeline twoLevels(PagedIterable<Raw> list) {
    PagedIterable<String> items = list.map(PipelineLaws::text);
    List<String> expected = new ArrayList<>();
    scenario.items().stream()
        .filter(few::contains)
        .forEach(outer -> scenario.items().forEach(inner -> expected.add(outer + inner)));
    return new Pipeline(
        2,
        items.filter(few::contains).thenEach(outer -> items.map(inner -> outer + inner)),
        expected);
  }

  private List<String> expectedOfThree() {
    List<String> kept = scenario.items().stream().filter(few::contains).toList();
    List<String> expected = new ArrayList<>();
    for (String a : kept) {
      for (String b : kept) {
        kept.forEach(c -> expected.add(a + b + c));
      }
    }
    return expected;
  }

  /** One after the other: the pipeline of the pipeline. */
  private Pipeline threeLevels(PagedIterable<Raw> list) {
    PagedIterable<String> kept = list.map(PipelineLaws::text).filter(few::contains);
    return new Pipeline(
        3,
        kept.thenEach(a -> kept.map(b -> a + b)).thenEach(ab -> kept.map(c -> ab + c)),
        expectedOfThree());
  }

  /** One within the other. */
  private Pipeline threeLevelsWithin(PagedIterable<Raw> list) {
    PagedIterable<String> kept = list.map(PipelineLaws::text).filter(few::contains);
    return new Pipeline(
        3, kept.thenEach(a -> kept.thenEach(b -> kept.map(c -> a + b + c))), expectedOfThree());
  }

  private Pipeline chained(PagedIterable<Raw> list) {
    PagedIterable<String> items = list.map(PipelineLaws::text);
    List<String> expected = new ArrayList<>(scenario.items());
    scenario.items().stream().filter(few::contains).forEach(expected::add);
    return new Pipeline(2, PagedIterable.chain(items, items.filter(few::contains)), expected);
  }

  /**
   * Pipelines hold: of two levels, of three, put together in either way, and by turns of one or of
   * lists that follow each other.
   *
   * @param turn says which, from 0
   */
  public void hold(int turn) throws Exception {
    if (turn % 2 == 0) {
      hold(this::twoLevels, this::threeLevels, this::filtered);
    } else {
      hold(this::twoLevels, this::threeLevelsWithin, this::chained);
    }
  }

  /** Pipelines of two levels hold. */
  public void holdWithTwoLevels() throws Exception {
    hold(this::twoLevels);
  }

  @SafeVarargs
  private void hold(Function<PagedIterable<Raw>, Pipeline>... shapes) throws Exception {
    ScenarioApi api = new ScenarioApi(scenario);
    try (ApiClient client = ApiClient.newBuilder()
        .baseUrl(ScenarioApi.URL)
        .okHttpClient(new OkHttpClient.Builder().addInterceptor(api).build())
        .moshi(new Moshi.Builder().add(new Raw.Adapter()).build())
        .retryPolicy(RetryPolicy.none())
        .build()) {
      PagedIterable<Raw> all = new ScenarioLaws(scenario, null).request(client).list(Raw.class);
      int size = scenario.list().pageSize();
      PagedIterable<Raw> list = size > 0 ? all.pageSize(size) : all;
      for (Function<PagedIterable<Raw>, Pipeline> shape : shapes) {
        new Check(api, sides.apply(client), shape.apply(list)).hold();
      }
    }
  }

  /** One pipeline on one side. */
  private final class Check {
    private final ScenarioApi api;
    private final Side side;
    private final Pipeline pipeline;
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> requests = new ArrayList<>();

    Check(ScenarioApi api, Side side, Pipeline pipeline) {
      this.api = api;
      this.side = side;
      this.pipeline = pipeline;
    }

    void hold() {
      uninterrupted();
      for (int taken = 0; taken < pipeline.expected().size(); taken++) {
        resumed(taken);
      }
      assertThat(side.list(pipeline.items().startFrom(stored(pipeline.expected().size())))
              .toList())
          .isEmpty();
    }

    private Checkpoint stored(int taken) {
      return Checkpoint.parse(texts.get(taken));
    }

    private void uninterrupted() {
      List<String> items = new ArrayList<>();
      try (PagedIterator<String> all = side.list(pipeline.items()).iterator()) {
        note(all);
        while (all.hasNext()) {
          items.add(all.next());
          note(all);
        }
        assertThat(all.stopReason()).contains(StopReason.END_OF_LIST);
        assertThat(all.verdict().map(Verdict::omitted)).contains(0L);
      }
      assertThat(items).isEqualTo(pipeline.expected());
    }

    private void note(PagedIterator<String> items) {
      texts.add(items.checkpoint().toString());
      requests.add(api.asked());
    }

    /** Another side may have asked for the item after by now. */
    private void checkRequests(int taken, int asked) {
      int needed = requests.get(taken + 1) - requests.get(taken);
      if (side instanceof Side.Blocking) {
        assertThat(asked).as("requests for item %s", taken).isLessThanOrEqualTo(needed + again());
      }
    }

    /** What was recognised is believed when a second page has come by it, here too. */
    private int again() {
      return pipeline.levels() * (scenario.list().pagination().isDetected() ? 2 : 1);
    }

    private void resumed(int taken) {
      int before = api.asked();
      try (PagedIterator<String> rest =
          side.list(pipeline.items().startFrom(stored(taken))).iterator()) {
        assertThat(rest.checkpoint()).hasToString(texts.get(taken));
        assertThat(rest.next())
            .as("item %s", taken)
            .isEqualTo(pipeline.expected().get(taken));
        checkRequests(taken, api.asked() - before);
        // From where the next one would have been taken anyway: so it goes for all that follow.
        assertThat(rest.checkpoint()).hasToString(texts.get(taken + 1));
      }
    }
  }
}
