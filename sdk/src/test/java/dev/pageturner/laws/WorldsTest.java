package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiRequest;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.laws.WorldLaws.Outcome;
import dev.pageturner.page.PagedIterator;
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
        client.broken(list(client.list(seed, true))).ifPresent(broken::add);
        client.broken(list(client.list(seed, false))).ifPresent(broken::add);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static Outcome list(ApiRequest request) {
    List<String> items = new ArrayList<>();
    try (PagedIterator<Raw> iterator = request.list(Raw.class).iterator()) {
      while (iterator.hasNext()) {
        items.add(iterator.next().json());
      }
      return new Outcome(items, iterator.verdict().orElseThrow(), null);
    } catch (PageturnerException e) {
      return new Outcome(items, null, e);
    }
  }
}
