package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.page.TraversalEvent;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.CloseableIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What map and filter make of a list has its checkpoints, its pages and its end. */
class PipelineTest {
  private final List<Long> fetched = new ArrayList<>();

  /** The numbers from 0 in pages of two. */
  private PagedIterable<Integer> numbers(int count) {
    return PagedIterable.from(position -> {
      long from = position instanceof Position.Offset at ? at.offset() : 0;
      fetched.add(from);
      int to = (int) Math.min(count, from + 2);
      List<Integer> items = IntStream.range((int) from, to).boxed().toList();
      return Page.of(items, to < count ? Position.offset(to) : null);
    });
  }

  private static Checkpoint stored(PagedIterator<?> items) {
    return Checkpoint.parse(items.checkpoint().toString());
  }

  @Test
  void mapAndFilterResumeAfterAnyItemWithExactlyTheRest() {
    PagedIterable<String> list = numbers(11).filter(n -> n % 3 == 1).map(n -> "n" + n);
    List<String> all = list.toList();
    assertThat(all).containsExactly("n1", "n4", "n7", "n10");
    for (boolean found : new boolean[] {false, true}) {
      PagedIterator<String> items = list.iterator();
      for (int taken = 0; taken <= all.size(); taken++) {
        if (found) {
          assertThat(items.hasNext()).isEqualTo(taken < all.size());
        }
        assertThat(list.startFrom(stored(items)).toList())
            .isEqualTo(all.subList(taken, all.size()));
        if (taken < all.size()) {
          items.next();
        }
      }
    }
  }

  @Test
  void anItemThatWasFoundAndNotGivenOutIsNotBehindTheCheckpoint() {
    PagedIterator<Integer> items = numbers(9).filter(n -> n == 5).iterator();
    assertThat(items.hasNext()).isTrue();
    assertThat(items.checkpoint().position()).isEqualTo(Position.offset(4));
    assertThat(items.checkpoint().consumed()).isEqualTo(1);
    assertThat(items.next()).isEqualTo(5);
    assertThat(items.checkpoint().consumed()).isEqualTo(2);
  }

  @Test
  void refusedItemsAreBehindTheCheckpointAlsoWhenNothingIsFound() {
    PagedIterable<Integer> none = numbers(2000).filter(n -> false);
    PagedIterator<Integer> items = none.iterator();
    assertThat(items.hasNext()).isFalse();
    fetched.clear();
    assertThat(none.startFrom(stored(items)).toList()).isEmpty();
    assertThat(fetched).hasSize(1);
  }

  @Test
  void anErrorAfterManyRefusedItemsSaysThatTheyAreBehind() {
    PagedIterable<Integer> broken = PagedIterable.<Integer>from(position -> {
          if (position.equals(Position.cursor("c9"))) {
            throw new IOException("down");
          }
          int page = position instanceof Position.Cursor at
              ? Integer.parseInt(at.text().substring(1))
              : 0;
          return Page.withCursor(List.of(page), "c" + (page + 1));
        })
        .filter(n -> n == 2);
    PagedIterator<Integer> items = broken.iterator();
    assertThat(items.next()).isEqualTo(2);
    assertThatThrownBy(items::hasNext)
        .isInstanceOfSatisfying(
            PageturnerException.class,
            e -> assertThat(e.checkpoint()).contains(items.checkpoint()));
    assertThat(items.checkpoint().position()).isEqualTo(Position.cursor("c9"));
  }

  @Test
  void maxItemsBeforeAFilterCountsWhatGoesInAndAfterItWhatComesOut() {
    PagedIterable<Integer> odd = numbers(100).maxItems(10).filter(n -> n % 2 == 1);
    PagedIterator<Integer> in = odd.iterator();
    assertThat(odd.toList()).containsExactly(1, 3, 5, 7, 9);
    in.forEachRemaining(item -> {});
    assertThat(in.stopReason()).contains(StopReason.MAX_ITEMS);

    fetched.clear();
    PagedIterator<Integer> out =
        numbers(100).filter(n -> n % 2 == 1).maxItems(3).iterator();
    List<Integer> items = new ArrayList<>();
    out.forEachRemaining(items::add);
    assertThat(items).containsExactly(1, 3, 5);
    assertThat(out.stopReason()).contains(StopReason.MAX_ITEMS);
    assertThat(out.verdict()).isEmpty();
    assertThat(fetched).containsExactly(0L, 2L, 4L);
    assertThatThrownBy(out::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("maxItems");
    assertThat(numbers(5).filter(n -> true).maxItems(0).toList()).isEmpty();
  }

  @Test
  void mapPassesItsLimitsOn() {
    assertThat(numbers(9).map(n -> -n).maxItems(3).toList()).containsExactly(0, -1, -2);
    assertThat(numbers(9).filter(n -> n != 1).maxPages(2).toList()).containsExactly(0, 2, 3);
    assertThatThrownBy(() -> numbers(9).filter(n -> true).maxItems(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> numbers(9).map(n -> n).pageSize(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pagesAreMappedFilteredAndCut() {
    PagedIterable<Integer> odd = numbers(9).filter(n -> n % 2 == 1).map(n -> n * 10);
    assertThat(odd.pages().map(Page::items).toList())
        .containsExactly(List.of(10), List.of(30), List.of(50), List.of(70), List.of());
    PagedIterable<Integer> most = numbers(9).filter(n -> n != 2).maxItems(4);
    assertThat(most.pages().map(Page::items).toList())
        .containsExactly(List.of(0, 1), List.of(3), List.of(4));
    assertThat(most.pages().first().orElseThrow().next()).contains(Position.offset(2));
  }

  @Test
  void whenAFunctionThrowsTheItemIsGoneAndTheCheckpointSaysSo() {
    PagedIterable<Integer> list = numbers(6).map(n -> {
      if (n == 3) {
        throw new IllegalStateException("three");
      }
      return n;
    });
    PagedIterator<Integer> items = list.iterator();
    assertThat(List.of(items.next(), items.next(), items.next())).containsExactly(0, 1, 2);
    assertThatThrownBy(items::next).hasMessage("three");
    assertThat(list.startFrom(stored(items)).toList()).containsExactly(4, 5);
    assertThat(items.next()).isEqualTo(4);

    PagedIterable<Integer> filtered = numbers(6).filter(n -> {
      if (n == 3) {
        throw new IllegalStateException("three");
      }
      return n > 1;
    });
    PagedIterator<Integer> some = filtered.iterator();
    assertThat(some.next()).isEqualTo(2);
    assertThatThrownBy(some::hasNext).hasMessage("three");
    assertThat(filtered.startFrom(stored(some)).toList()).containsExactly(4, 5);
    assertThat(some.next()).isEqualTo(4);
  }

  @Test
  void skipCountsAnItemThatIsGone() {
    AtomicInteger failures = new AtomicInteger(1);
    CloseableIterator<Integer> items = numbers(6)
        .map(n -> {
          if (n == 1 && failures.getAndDecrement() > 0) {
            throw new IllegalStateException("once");
          }
          return n;
        })
        .skip(3)
        .iterator();
    assertThatThrownBy(items::hasNext).hasMessage("once");
    assertThat(items.next()).isEqualTo(3);
  }

  @Test
  void anErrorOfTheFunctionsOwnTraversalLeadsBackToThisOne() {
    PagedIterable<Integer> inner = PagedIterable.from(position -> {
      throw new IOException("down");
    });
    PagedIterable<Object> list = numbers(4).map(n -> n == 2 ? inner.toList() : n);
    PagedIterator<Object> items = list.iterator();
    items.next();
    items.next();
    assertThatThrownBy(items::next)
        .isInstanceOfSatisfying(
            PageturnerException.class,
            e -> assertThat(list.startFrom(e.checkpoint().orElseThrow()).toList())
                .containsExactly(3));
  }

  @Test
  void aFailureOfTheSourceBringsTheSameItemAgain() {
    AtomicInteger failures = new AtomicInteger(1);
    PagedIterable<Integer> flaky = PagedIterable.<Integer>from(position -> {
          boolean first = position instanceof Position.Start;
          if (!first && failures.getAndDecrement() > 0) {
            throw new IOException("once");
          }
          return first ? Page.withCursor(List.of(1, 2), "c") : Page.last(List.of(3, 4));
        })
        .map(n -> n * 2)
        .filter(n -> n != 4);
    PagedIterator<Integer> items = flaky.iterator();
    assertThat(items.next()).isEqualTo(2);
    assertThatThrownBy(items::next).isInstanceOf(PageturnerException.Transport.class);
    assertThat(items.next()).isEqualTo(6);
    assertThat(items.next()).isEqualTo(8);
    assertThat(items.hasNext()).isFalse();
  }

  @Test
  void theListenerHearsThePagesAndTheEnd() {
    List<TraversalEvent> events = new ArrayList<>();
    PagedIterator<Integer> items =
        numbers(4).filter(n -> n > 1).map(n -> n).listener(events::add).iterator();
    items.forEachRemaining(item -> {});
    assertThat(events).filteredOn(TraversalEvent.PageReceived.class::isInstance).hasSize(2);
    assertThat(items.verdict().map(Verdict::certainty)).contains(Certainty.PROVED);
  }

  @Test
  void batchesThatAreCutByBytesEndBeforeTheItemThatDidNotFit() throws Exception {
    PagedIterable<Integer> list = numbers(40).filter(n -> n % 3 != 1).map(n -> n);
    List<Integer> all = list.toList();
    List<Integer> seen = new ArrayList<>();
    BatchLimit<Integer> limit = BatchLimit.bytes(17, (Integer n) -> n % 9);
    list.forEachBatch(limit, (batch, after) -> {
      seen.addAll(batch);
      assertThat(list.startFrom(Checkpoint.parse(after.toString())).toList())
          .isEqualTo(all.subList(seen.size(), all.size()));
    });
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void closingEndsItAlsoWhereAnItemWasFound() {
    PagedIterator<Integer> items = numbers(9).filter(n -> n > 3).iterator();
    assertThat(items.hasNext()).isTrue();
    items.close();
    assertThat(items.hasNext()).isFalse();
    assertThat(items.stopReason()).contains(StopReason.CLOSED);
    assertThat(numbers(9).filter(n -> n > 3).startFrom(stored(items)).toList())
        .containsExactly(4, 5, 6, 7, 8);
  }

  @Test
  void aListOfSomebodyElseKeepsItsCheckpointsToo() {
    PagedIterable<Integer> foreign = new ForeignList<>(numbers(9));
    PagedIterable<String> list = foreign
        .filter(n -> n % 2 == 0)
        .thenEach(n -> new ForeignList<>(numbers(3)).map(m -> n + "." + m));
    List<String> all = list.toList();
    assertThat(all).hasSize(15).startsWith("0.0", "0.1", "0.2", "2.0");
    PagedIterator<String> items = list.iterator();
    for (int taken = 0; taken < all.size(); taken++) {
      assertThat(list.startFrom(stored(items)).toList()).isEqualTo(all.subList(taken, all.size()));
      items.next();
    }
    assertThat(list.pages().map(Page::items).toList()).hasSize(10);
  }
}
