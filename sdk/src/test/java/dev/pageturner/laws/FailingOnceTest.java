package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Verdict.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A response breaks off once, anywhere: asked again, the iterator loses nothing and doubles none.
 */
class FailingOnceTest {
  private static final int MOST_FAILURES = 1;

  private record Run(List<String> items, Certainty certainty, int failures) {}

  static LongStream seeds() {
    return WorldClient.honestSeeds(40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingIsLostAndNothingComesTwice(long seed) {
    Random random = new Random(seed);
    for (int bound : new int[] {1 << 20, 1}) {
      try (WorldClient client = new WorldClient(bound)) {
        Run whole = run(client.said(seed).list(Raw.class));
        assertThat(whole.items()).isEqualTo(WorldClient.itemsOf(seed));
        for (int i = 0; i < 24; i++) {
          check(client, seed, whole, i % 4, random.nextInt(4), random.nextInt(120));
        }
      }
    }
  }

  private static void check(
      WorldClient client, long seed, Run whole, int prefetch, int request, int at) {
    PagedIterable<Raw> list = client.said(seed).list(Raw.class).prefetch(prefetch);
    client.cutOnce(request, at);
    Run run = run(list);
    String how = "prefetch %d, request %d cut at %d".formatted(prefetch, request, at);
    assertThat(run.items()).as(how).isEqualTo(whole.items());
    assertThat(run.certainty()).as(how).isEqualTo(whole.certainty());
    assertThat(run.failures()).as(how).isEqualTo(client.wasCut() ? MOST_FAILURES : 0);
  }

  private static Run run(PagedIterable<Raw> list) {
    List<String> items = new ArrayList<>();
    int failures = 0;
    try (PagedIterator<Raw> iterator = list.iterator()) {
      while (true) {
        try {
          if (!iterator.hasNext()) {
            return new Run(items, iterator.verdict().orElseThrow().certainty(), failures);
          }
          items.add(iterator.next().json());
        } catch (PageturnerException e) {
          if (++failures > MOST_FAILURES) {
            throw e;
          }
        }
      }
    }
  }
}
