package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.ApiClient;
import dev.pageturner.batch.CheckpointStore;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.testing.CutPages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three levels with a filter and a map, into batches: whatever fails, nothing is lost or doubled.
 */
class PipelineFailuresTest {
  private int fetches;
  private int failing = -1;

  /** The numbers from 0, as a list of so many in pages of a size. */
  private PagedIterable<String> list(String name, int count, int size) {
    return PagedIterable.from(position -> {
      if (fetches++ == failing) {
        throw new IOException("once");
      }
      int from = position instanceof Position.Offset at ? (int) at.offset() : 0;
      int to = Math.min(count, from + size);
      List<String> items = IntStream.range(from, to).mapToObj(i -> name + i).toList();
      return Page.of(items, to < count ? Position.offset(to) : null);
    });
  }

  private PagedIterable<String> pipeline() {
    return list("o", 4, 3)
        .filter(org -> !org.equals("o1"))
        .thenEach(org -> list(org + "r", 5, 2).map(repo -> repo + "."))
        .thenEach(repo -> list(repo + "p", repo.contains("r3") ? 0 : 40, 7))
        .filter(pull -> !pull.endsWith("3"))
        .map(pull -> pull + "!");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 500})
  void aFetchThatFailsOnceLosesAndDoublesNothing(int size) throws Exception {
    List<String> all = pipeline().toList();
    assertThat(all).hasSize(432);
    int most = fetches;
    for (int fetch = 0; fetch < most; fetch++) {
      CheckpointStore store = CheckpointStore.memory();
      List<String> stored = new ArrayList<>();
      fetches = 0;
      failing = fetch;
      Checkpoint error = run(size, store, stored, Integer.MAX_VALUE);
      assertThat(error).as("fetch %s", fetch).isNotNull();
      assertThat(store.load().map(Checkpoint::items).orElse(0L)).isLessThanOrEqualTo(error.items());
      store.save(error);
      assertThat(run(size, store, stored, Integer.MAX_VALUE)).isNull();
      assertThat(stored).as("fetch %s", fetch).isEqualTo(all);
    }
  }

  /** The process dies with a batch that was not committed; the next one goes on. */
  @ParameterizedTest
  @ValueSource(ints = {7, 500})
  void aRunThatIsKilledAtAnyBatchLosesAndDoublesNothing(int size) throws Exception {
    List<String> all = pipeline().toList();
    for (int batches = 0; batches <= all.size() / size; batches++) {
      CheckpointStore store = CheckpointStore.memory();
      List<String> stored = new ArrayList<>();
      run(size, store, stored, batches);
      assertThat(stored).hasSize(Math.min(all.size(), size * batches));
      run(size, store, stored, Integer.MAX_VALUE);
      assertThat(stored).isEqualTo(all);
    }
  }

  private static final class Killed extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private Checkpoint run(int size, CheckpointStore store, List<String> stored, int batches)
      throws Exception {
    int[] left = {batches};
    PagedIterable<String> rest =
        store.load().map(from -> pipeline().startFrom(from)).orElseGet(this::pipeline);
    try {
      rest.forEachBatch(size, (batch, after) -> {
        if (left[0]-- == 0) {
          throw new Killed();
        }
        stored.addAll(batch);
        store.save(Checkpoint.parse(after.toString()));
      });
    } catch (PageturnerException e) {
      return e.checkpoint().orElseThrow();
    } catch (Killed e) {
      return null;
    }
    return null;
  }

  @ParameterizedTest(name = "streaming {0}")
  @ValueSource(booleans = {false, true})
  void pagesThatAreCutLoseAndDoubleNothing(boolean streaming) throws Exception {
    try (CutPages pages = new CutPages();
        ApiClient client = pages.client(streaming)) {
      PagedIterable<String> numbers = client.list("/numbers", String.class, CutPages.CURSOR);
      PagedIterable<String> all = numbers
          .filter(n -> n.equals("4") || n.equals("5"))
          .thenEach(n -> numbers.filter(m -> !m.equals("3")).map(m -> n + m));
      List<String> expected = all.toList();
      assertThat(expected).hasSize(16);
      for (int item = 0; item < CutPages.ITEMS; item++) {
        pages.cut(item, item % 2 == 0, 1);
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> all.forEach(seen::add))
            .isInstanceOfSatisfying(
                PageturnerException.class,
                e -> all.startFrom(e.checkpoint().orElseThrow()).forEach(seen::add));
        assertThat(seen).as("cut at %s", item).isEqualTo(expected);
      }
    }
  }

  /** The same iterator, asked again. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void anIteratorThatIsAskedAgainGoesOn(int step) {
    List<String> all = pipeline().toList();
    int most = fetches;
    for (int fetch = 0; fetch < most; fetch += 1 + step) {
      fetches = 0;
      failing = fetch;
      List<String> seen = new ArrayList<>();
      try (PagedIterator<String> items = pipeline().iterator()) {
        boolean more = true;
        while (more) {
          try {
            more = items.hasNext();
            if (more) {
              seen.add(items.next());
            }
          } catch (PageturnerException.Transport e) {
            assertThat(e.checkpoint()).contains(items.checkpoint());
          }
        }
      }
      assertThat(seen).as("fetch %s", fetch).isEqualTo(all);
    }
  }
}
