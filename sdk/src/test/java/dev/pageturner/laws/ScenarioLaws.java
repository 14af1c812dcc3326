package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.laws.ScenarioRunner.How;
import dev.pageturner.laws.ScenarioRunner.Run;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.pagination.Items;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.retry.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/** What must hold for every scenario, whoever runs it. */
public final class ScenarioLaws {
  private static final int WHOLE = 1 << 20;

  /** One client for all: making one costs more than a scenario takes. */
  private static final OkHttpClient HTTP = new OkHttpClient();

  private final Scenario scenario;
  private final ScenarioRunner runner;
  private final Queue<TraversalEvent> events = new ConcurrentLinkedQueue<>();

  /** Puts a scenario before a runner. */
  public ScenarioLaws(Scenario scenario, ScenarioRunner runner) {
    this.scenario = scenario;
    this.runner = runner;
  }

  /** Exactly these requests, these items, this end; and nothing before the first item. */
  public void holdPlainly() throws Exception {
    exactly(WHOLE);
  }

  /** The same, page by page from the socket. */
  public void holdStreamed() throws Exception {
    exactly(streamedBound(scenario));
  }

  private void exactly(int maxBufferedPage) throws Exception {
    try (ScenarioServer server = new ScenarioServer(scenario)) {
      Run run = with(server, maxBufferedPage, request -> {
        assertThat(server.asked()).as("requests before the first item").isEmpty();
        return runner.run(request, new How(scenario, 0, null, scenario.list().take()));
      });
      assertThat(server.asked()).as("requests").isEqualTo(scenario.requests());
      check(run);
      assertThat(events.stream().filter(TraversalEvent.Warning.class::isInstance))
          .as("warnings")
          .hasSize(scenario.outcome().warnings());
    }
  }

  /** Reading ahead changes neither the items nor the end, and asks for little more. */
  public void holdWhenReadAhead(int pages) throws Exception {
    // Where a request ahead may be under way at the end, the server is not used again.
    ScenarioServer server = new ScenarioServer(scenario);
    try {
      Run run = with(
          server,
          WHOLE,
          request ->
              runner.run(request, new How(scenario, pages, null, scenario.list().take())));
      check(run);
      if (scenario.list().take() == Long.MAX_VALUE) {
        assertThat(server.asked()).as("requests").isEqualTo(scenario.requests());
      } else {
        assertThat(server.asked())
            .as("requests")
            .startsWith(scenario.requests().toArray(String[]::new));
      }
    } finally {
      if (scenario.list().take() == Long.MAX_VALUE) {
        server.close();
      }
    }
  }

  /** A traversal that stops at any item, and a second one from its checkpoint, give the whole. */
  public void holdWhenResumed(boolean streamed) throws Exception {
    for (int stop = 0; stop <= scenario.items().size(); stop++) {
      try (ScenarioServer server = new ScenarioServer(scenario)) {
        int taken = stop;
        int bound = streamed ? streamedBound(scenario) : WHOLE;
        Run first =
            with(server, bound, request -> runner.run(request, new How(scenario, 0, null, taken)));
        assertThat(first.items()).isEqualTo(scenario.items().subList(0, stop));
        Checkpoint stored = Checkpoint.parse(first.checkpoint().toString());
        Run rest = with(
            server,
            bound,
            request ->
                runner.run(request, new How(scenario, 0, stored, scenario.list().take() - taken)));
        if (rest.error() != null && scenario.outcome().error() == null) {
          throw rest.error();
        }
        assertThat(rest.items())
            .as("items after " + stop)
            .isEqualTo(scenario.items().subList(stop, scenario.items().size()));
        assertThat(rest.end()).isEqualTo(scenario.outcome().end());
        assertThat(server.asked()).as("requests").isSubsetOf(scenario.requests());
      }
    }
  }

  private <R> R with(ScenarioServer server, int maxBufferedPage, Function<ApiRequest, R> act) {
    try (ApiClient client = client(server, maxBufferedPage)) {
      return act.apply(request(client));
    }
  }

  /** {@return a client of a server} */
  ApiClient client(ScenarioServer server, int maxBufferedPage) {
    ApiClient.Builder builder = ApiClient.newBuilder()
        .baseUrl(server.url())
        .okHttpClient(HTTP)
        .moshi(new Moshi.Builder().add(new Raw.Adapter()).build())
        .retryPolicy(RetryPolicy.none())
        .listener(events::add)
        .maxBufferedPage(maxBufferedPage);
    return builder.build();
  }

  /** {@return what the scenario lists, through a client} */
  ApiRequest request(ApiClient client) {
    Scenario.Listing list = scenario.list();
    ApiRequest request =
        client.request(list.path()).pagination(list.pagination()).method(list.method());
    for (Map.Entry<String, String> header : list.headers().entrySet()) {
      request = request.header(header.getKey(), header.getValue());
    }
    return list.body().isEmpty() ? request : request.body(RawJson.parse(list.body()));
  }

  /** One byte where all is known; just the beginning of the items where they must be found. */
  private static int streamedBound(Scenario scenario) {
    boolean find = scenario.list().pagination().isDetected()
        || scenario.list().pagination().items() instanceof Items.Found;
    return find ? firstItems(scenario) : 1;
  }

  /** Within the items of the first page: in its array, or in its second line. */
  private static int firstItems(Scenario scenario) {
    String body = scenario.steps().isEmpty() ? "" : scenario.steps().get(0).body();
    int array = body.lastIndexOf('[');
    int line = body.startsWith("{") ? body.indexOf("}\n{") : -1;
    return array >= 0 ? array + 2 : line >= 0 ? line + 4 : WHOLE;
  }

  private void check(Run run) {
    if (run.error() != null && scenario.outcome().error() == null) {
      throw run.error();
    }
    assertThat(run.items()).as("items").isEqualTo(scenario.items());
    PageturnerException error = run.error();
    if (error == null && scenario.outcome().error() == null) {
      assertThat(run.end()).as("end").isEqualTo(scenario.outcome().end());
    } else {
      assertThat(error).as("error").isNotNull();
      assertThat(error.kind())
          .as(error.getMessage())
          .isEqualTo(scenario.outcome().error());
      checkError(error);
    }
  }

  private void checkError(PageturnerException error) {
    int page = scenario.outcome().page();
    assertThat(error.pageNumber()).as(error.getMessage()).hasValue(page);
    assertThat(error).hasMessageEndingWith("(page " + page + ")");
    assertThat(error.checkpoint()).isPresent();
    assertThat(scenario.items())
        .noneMatch(item -> item.length() > 1 && error.getMessage().contains(item));
    assertThat(List.of(error.getMessage())).noneMatch(text -> text.contains("secret"));
  }
}
