package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.laws.World.Style;
import dev.pageturner.laws.World.Total;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Checkpoint;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resumed at any item, with another page size and another bound: exactly the rest. */
class ResumedOtherwiseTest {
  static LongStream seeds() {
    return WorldClient.honestSeeds(80).filter(ResumedOtherwiseTest::isCountedAlike);
  }

  /** A number of pages is one of pages of one size, which only page numbers keep. */
  private static boolean isCountedAlike(long seed) {
    World world = World.of(seed);
    return world.total() != Total.PAGES || world.style() == Style.PAGE;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theRestComesWhateverThePageSize(long seed) {
    World world = World.of(seed);
    Random random = new Random(seed);
    Pagination sized = world.pagination().pageSize(world.names().sizeParameter());
    try (WorldClient client = new WorldClient(random.nextBoolean() ? 1 << 20 : 1)) {
      PagedIterable<Raw> list = client.request(world, sized).list(Raw.class);
      for (int stop = 0; stop <= world.count(); stop++) {
        Checkpoint stored = stopAfter(list.pageSize(1 + random.nextInt(7)), stop);
        for (int size : new int[] {1, 3, 7}) {
          long most = 1 + random.nextInt(9);
          client.request(world, sized);
          PagedIterable<Raw> rest =
              list.pageSize(size).prefetch(random.nextInt(3)).startFrom(stored);
          assertItems(rest, world, stop, Long.MAX_VALUE, stored);
          client.request(world, sized);
          assertItems(rest.maxItems(most), world, stop, most, stored);
        }
      }
    }
  }

  private static Checkpoint stopAfter(PagedIterable<Raw> list, int stop) {
    try (PagedIterator<Raw> items = list.iterator()) {
      for (int i = 0; i < stop; i++) {
        items.next();
      }
      return Checkpoint.parse(items.checkpoint().toString());
    }
  }

  private static void assertItems(
      PagedIterable<Raw> rest, World world, int stop, long most, Checkpoint stored) {
    List<String> all = world.items();
    int end = stop + (int) Math.min(all.size() - stop, most);
    assertThat(rest.map(Raw::json).toList())
        .as("after %d of %s from %s", stop, world, stored)
        .isEqualTo(all.subList(stop, end));
  }
}
