package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiRequest;
import dev.pageturner.async.internal.AsyncParts;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.RequestParts;
import dev.pageturner.laws.Raw;
import dev.pageturner.laws.WorldClient;
import dev.pageturner.laws.WorldLaws.Outcome;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.position.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some hundreds of worlds for a subscriber: as for an iterator, no list ends in silence. */
class AsyncWorldsTest {
  private static final int WORLDS = 300;

  static LongStream seeds() {
    return WorldClient.honestSeeds(20);
  }

  private static Recorded<Raw> run(ApiRequest request, PagedIterable<Raw> list) throws Exception {
    Recorded<Raw> seen = new Recorded<>(Long.MAX_VALUE);
    ForkJoinPool pool = ForkJoinPool.commonPool();
    AsyncParts.of(RequestParts.of(request), 12, pool, pool).publish(list).subscribe(seen);
    return seen.await();
  }

  private static List<String> items(Recorded<Raw> seen) {
    return seen.items.stream().map(Raw::json).toList();
  }

  @Test
  void noListEndsInSilence() throws Exception {
    List<String> broken = new ArrayList<>();
    try (WorldClient client = new WorldClient(1 << 20)) {
      for (long seed = 0; seed < WORLDS; seed++) {
        for (boolean detected : new boolean[] {true, false}) {
          ApiRequest request = client.list(seed, detected);
          Recorded<Raw> seen = run(request, request.list(Raw.class));
          PagedSubscription subscription = (PagedSubscription) seen.subscription;
          client
              .broken(new Outcome(
                  items(seen), subscription.verdict().orElse(null), (PageturnerException)
                      seen.failure))
              .ifPresent(broken::add);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatFailsOnceIsResumedWithoutLossOrDoubles(long seed) throws Exception {
    Random random = new Random(seed);
    for (int bound : new int[] {1 << 20, 1}) {
      try (WorldClient client = new WorldClient(bound)) {
        for (int i = 0; i < 24; i++) {
          ApiRequest request = client.said(seed);
          int cut = random.nextInt(4);
          int at = random.nextInt(120);
          client.cutOnce(cut, at);
          assertThat(itemsOfAll(request, i % 4))
              .as("prefetch %d, request %d cut at %d", i % 4, cut, at)
              .isEqualTo(WorldClient.itemsOf(seed));
        }
      }
    }
  }

  private static List<String> itemsOfAll(ApiRequest request, int prefetch) throws Exception {
    PagedIterable<Raw> list = request.list(Raw.class).prefetch(prefetch);
    Recorded<Raw> first = run(request, list);
    List<String> items = new ArrayList<>(items(first));
    if (first.failure != null) {
      Checkpoint from = ((PageturnerException) first.failure).checkpoint().orElseThrow();
      items.addAll(items(run(request, list.startFrom(from))));
    }
    return items;
  }
}
