package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Carrier;
import dev.pageturner.pagination.Mark;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** A list without a sync token is continued from the highest value of a field of its items. */
class MarkTest {
  private static final int SEEDS = 100;

  /** An item that says when it changed. */
  record Row(String id, String at) {}

  private static PagedIterable<Row> rows(FakeApi api, Mark mark) {
    return rows(api, mark, 1 << 20);
  }

  private static PagedIterable<Row> rows(FakeApi api, Mark mark, int maxBufferedPage) {
    return api.client()
        .maxBufferedPage(maxBufferedPage)
        .build()
        .list("/rows", Row.class, FakeApi.CURSOR.sync(mark))
        .sync();
  }

  private static Checkpoint endOf(PagedIterable<Row> list, String... ids) {
    try (PagedIterator<Row> rows = list.iterator()) {
      List<String> read = new ArrayList<>();
      rows.forEachRemaining(row -> read.add(row.id()));
      assertThat(read).containsExactly(ids);
      return Checkpoint.parse(rows.checkpoint().toString());
    }
  }

  private static String page(String next, String... rows) {
    List<String> items = new ArrayList<>();
    for (String row : rows) {
      String[] parts = row.split(" ", 2);
      items.add("{'id': '" + parts[0] + "', 'at': '" + parts[1] + "'}");
    }
    return "{'items': [" + String.join(", ", items) + "], 'next': " + next + "}";
  }

  @Test
  void nextTraversalAsksFromTheMarkAndLeavesOutWhatCameUnchanged() {
    FakeApi api = new FakeApi()
        .on("/rows", page("'c1'", "a 2026-01-01T00:00:05Z", "b 2026-01-01T00:00:09Z"))
        .on("/rows?cursor=c1", page("null", "c 2026-01-01T00:00:07Z"))
        .on(
            "/rows?since=2026-01-01T00%3A00%3A06Z",
            page("'c2'", "c 2026-01-01T00:00:07Z", "b 2026-01-01T00:00:09Z"))
        .on(
            "/rows?since=2026-01-01T00%3A00%3A06Z&cursor=c2",
            page("null", "late 2026-01-01T00:00:08Z", "d 2026-01-01T00:00:10+00:00"))
        .on("/rows?since=2026-01-01T00%3A00%3A07Z", page("null", "c 2026-01-01T00:00:07Z"));
    Mark mark = Mark.of("$.at", "since").lookBack(Duration.ofSeconds(3));
    PagedIterable<Row> list = rows(api, mark);

    Checkpoint first = endOf(list, "a", "b", "c");
    Checkpoint second = endOf(list.startFrom(first), "late", "d");
    assertThat(endOf(list.startFrom(second)).place().since())
        .isEqualTo(second.place().since());
    assertThat(endOf(list.startFrom(first).prefetch(1), "late", "d")).isEqualTo(second);
    PagedIterable<Row> streamed = rows(api, mark, 1);
    assertThat(endOf(streamed, "a", "b", "c")).isEqualTo(first);
    assertThat(endOf(streamed.startFrom(first), "late", "d")).isEqualTo(second);
  }

  @Test
  void itemThatChangedTwiceWithinATickComesAgain() {
    FakeApi api = new FakeApi()
        .on("/rows", "{'items': [{'id': 'a', 'at': '5', 'n': 1}], 'next': null}")
        .on("/rows?since=5", "{'items': [{'id': 'a', 'at': '5', 'n': 2}], 'next': null}")
        .on("/rows?since=5", "{'items': [{'id': 'a', 'at': '5', 'n': 2}], 'next': null}");
    PagedIterable<Row> list = rows(api, Mark.of("$.at", "since"));
    Checkpoint second = endOf(list.startFrom(endOf(list, "a")), "a");
    endOf(list.startFrom(second));
  }

  @Test
  void instantsAreNoLaterThanTheFirstResponse() {
    String at = "Thu, 01 Jan 2026 00:00:08 GMT";
    FakeApi api = new FakeApi()
        .on("/rows", 200, page("'c1'", "a 2026-01-01T00:00:05Z"), "Date", at)
        .on("/rows?cursor=c1", page("null", "b 2026-01-01T00:00:20Z"))
        // What changed behind the reader, before its last item did.
        .on(
            "/rows?since=2026-01-01T00%3A00%3A08Z",
            page("null", "a 2026-01-01T00:00:11Z", "b 2026-01-01T00:00:20Z"));
    PagedIterable<Row> list = rows(api, Mark.of("$.at", "since"));
    endOf(list.startFrom(endOf(list, "a", "b")), "a");
  }

  @Test
  void numbersAreNumbersAndAWindowIsBounded() {
    FakeApi api = new FakeApi()
        .on("/rows", "{'items': [{'id':'a','at':9},{'id':'b','at':10}], 'next': null}")
        .on("/rows?since=8", "{'items': [{'id':'a','at':9},{'id':'b','at':10}], 'next': null}");
    Mark back = Mark.of("$.at", "since").lookBack(2);
    PagedIterable<Row> all = rows(api, back);
    endOf(all.startFrom(endOf(all, "a", "b")));
    PagedIterable<Row> bounded = rows(api, back.window(1));
    endOf(bounded.startFrom(endOf(bounded, "a", "b")), "a");
  }

  @Test
  void lookBackThatDoesNotFitIsAnErrorInWords() {
    FakeApi api = new FakeApi().on("/rows", page("null", "a x"));
    assertThatThrownBy(() ->
            rows(api, Mark.of("$.at", "since").lookBack(Duration.ofDays(1))).toList())
        .isInstanceOf(PageturnerException.Paging.class)
        .hasMessageContaining("$.at are texts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mark.of("$.at", "since").lookBack(Duration.ofDays(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Mark.of("$.at", Carrier.query("a", "b")));
  }

  @Test
  void listWithoutItemsHasNoMarkAndKeepsTheOneItHad() {
    FakeApi api = new FakeApi()
        .on("/rows", "{'items': [], 'next': null}")
        .on("/rows", page("null", "a 5"))
        .on("/rows?since=5", "{'items': [], 'next': null}");
    PagedIterable<Row> list = rows(api, Mark.of("$.at", "since"));
    Checkpoint first = endOf(list.startFrom(endOf(list)), "a");
    assertThat(endOf(list.startFrom(first))).isEqualTo(first);
  }

  /** Items that change all the time, some of them several times within a tick. */
  private static final class Ticking implements Interceptor {
    private final Random random;
    private final Map<String, long[]> rows = new TreeMap<>();
    private long tick;
    private long order;
    private boolean quiet;

    Ticking(Random random) {
      this.random = random;
    }

    @Override
    public synchronized Response intercept(Chain chain) {
      for (int i = random.nextInt(5); i > 0 && !quiet; i--) {
        tick += random.nextInt(2);
        rows.put("k" + random.nextInt(20), new long[] {tick, ++order});
      }
      HttpUrl url = chain.request().url();
      String since = url.queryParameter("since");
      String cursor = url.queryParameter("cursor");
      long from = since == null ? 0 : Long.parseLong(since);
      long after = cursor == null ? 0 : Long.parseLong(cursor.split("_", -1)[0]);
      List<Map.Entry<String, long[]>> all = rows.entrySet().stream()
          .filter(row -> row.getValue()[0] >= from && row.getValue()[1] > after)
          .sorted((a, b) -> Long.compare(a.getValue()[1], b.getValue()[1]))
          .toList();
      int size = Math.min(3, all.size());
      StringBuilder json = new StringBuilder("{\"items\":[");
      for (var row : all.subList(0, size)) {
        json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
            .append("{\"id\":\"%s\",\"version\":%d,\"at\":%d,\"deleted\":false}"
                .formatted(row.getKey(), row.getValue()[1], row.getValue()[0]));
      }
      String next =
          size < all.size() ? "\"" + all.get(size - 1).getValue()[1] + "_" + order + "\"" : "null";
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("")
          .body(ResponseBody.create(
              json + "],\"next\":" + next + "}", MediaType.get("application/json")))
          .build();
    }
  }

  @Test
  void nothingIsLostThroughKillsAndNothingComesTwiceWithoutThem() {
    Pagination pagination = FakeApi.CURSOR.sync(Mark.of("$.at", "since"));
    List<String> broken = new ArrayList<>();
    Interceptor[] now = new Interceptor[1];
    try (ApiClient client = ApiClient.newBuilder()
        .baseUrl("https://h/")
        .okHttpClient(new OkHttpClient.Builder()
            .addInterceptor(chain -> now[0].intercept(chain))
            .build())
        .listener(event -> {})
        .build()) {
      PagedIterable<ChangingServer.Item> list =
          client.list("/rows", ChangingServer.Item.class, pagination).sync();
      for (long seed = 0; seed < SEEDS; seed++) {
        Ticking server = new Ticking(new Random(seed));
        now[0] = server;
        brokenBy(server, list, seed % 2 == 0).ifPresent(broken::add);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static Optional<String> brokenBy(
      Ticking server, PagedIterable<ChangingServer.Item> list, boolean kills) {
    Replica replica = new Replica();
    List<String> versions = new ArrayList<>();
    for (int run = 0; run < 6; run++) {
      server.quiet = run == 5;
      int until = kills && run < 5 ? server.random.nextInt(20) : 1000;
      read(list, replica, versions, until, server.random);
    }
    Map<String, Long> state = new TreeMap<>();
    server.rows.forEach((id, row) -> state.put(id, row[1]));
    boolean twice = !kills && versions.stream().distinct().count() < versions.size();
    return twice || !replica.items().equals(state)
        ? Optional.of(replica.items() + ", not " + state + ", through " + versions)
        : Optional.empty();
  }

  private static void read(
      PagedIterable<ChangingServer.Item> list,
      Replica replica,
      List<String> versions,
      int until,
      Random random) {
    PagedIterable<ChangingServer.Item> from = replica.checkpoint().isEmpty()
        ? list
        : list.startFrom(Checkpoint.parse(replica.checkpoint()));
    try (PagedIterator<ChangingServer.Item> items = from.iterator()) {
      for (int taken = 0; items.hasNext(); taken++) {
        if (taken == until) {
          replica.kill();
          return;
        }
        ChangingServer.Item item = items.next();
        versions.add(item.id() + item.version());
        replica.apply(item);
        if (random.nextInt(3) == 0) {
          replica.commit(items.checkpoint());
        }
      }
      replica.commit(items.checkpoint());
    }
  }
}
