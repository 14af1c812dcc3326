package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.laws.WorldLaws.Outcome;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 10,000 paginated servers, most of which lie once: no list ends in silence with items missing. */
class WorldsTest {
  private static final int WORLDS = 10_000;

  @Test
  void noListEndsInSilence() {
    List<String> broken = new ArrayList<>();
    try (WorldClient client = new WorldClient(1 << 20)) {
      for (long seed = 0; seed < WORLDS; seed++) {
        World world = World.of(seed);
        check(world, client, true, broken);
        check(world, client, false, broken);
      }
    }
    assertThat(broken).isEmpty();
  }

  private void check(World world, WorldClient client, boolean detected, List<String> broken) {
    Pagination how = detected ? Pagination.detect() : world.pagination();
    Outcome came = list(client.request(world, how).list(Raw.class).iterator());
    new WorldLaws(world, client.server(), detected)
        .broken(came)
        .ifPresent(what -> broken.add(
            (detected ? "detected: " : "said: ") + what + "\n  " + came.items() + "\n  " + world));
  }

  private static Outcome list(PagedIterator<Raw> iterator) {
    List<String> items = new ArrayList<>();
    try (iterator) {
      while (iterator.hasNext()) {
        items.add(iterator.next().json());
      }
      return new Outcome(items, iterator.verdict().orElseThrow(), null);
    } catch (PageturnerException e) {
      return new Outcome(items, null, e);
    }
  }
}
