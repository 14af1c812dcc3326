package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.page.Page;
import dev.pageturner.page.PageFunction;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The laws over a function of the application. */
class FunctionPagesTest {
  private final List<Position> asked = new ArrayList<>();

  /** Three pages of literals: the fake list of a unit test. */
  private Page<String> literals(Position position) {
    asked.add(position);
    if (position instanceof Position.Start) {
      return Page.withCursor(List.of("a", "b"), "c1");
    }
    return position.equals(Position.cursor("c1"))
        ? Page.withCursor(List.of(), "c2")
        : Page.last(List.of("c"));
  }

  @Test
  void isLazyFrugalCompleteAndReiterable() {
    PagedIterable<String> list = PagedIterable.from(this::literals);
    PagedIterator<String> iterator = list.iterator();
    assertThat(asked).isEmpty();
    assertThat(iterator.next()).isEqualTo("a");
    assertThat(iterator.next()).isEqualTo("b");
    assertThat(asked).hasSize(1);
    assertThat(iterator.next()).isEqualTo("c");
    assertThat(iterator.hasNext()).isFalse();
    assertThat(iterator.stopReason()).contains(StopReason.END_OF_LIST);
    assertThat(asked)
        .containsExactly(Position.start(), Position.cursor("c1"), Position.cursor("c2"));
    assertThat(list).containsExactly("a", "b", "c");
    assertThat(list).containsExactly("a", "b", "c");
  }

  @Test
  void isResumableAtEachItem() {
    PagedIterable<String> list = PagedIterable.from(this::literals);
    List<String> all = list.toList();
    for (int taken = 0; taken <= all.size(); taken++) {
      PagedIterator<String> iterator = list.iterator();
      for (int i = 0; i < taken; i++) {
        iterator.next();
      }
      Checkpoint stored = Checkpoint.parse(iterator.checkpoint().toString());
      assertThat(list.startFrom(stored).toList()).isEqualTo(all.subList(taken, all.size()));
    }
  }

  @Test
  void readingAheadGivesTheSame() {
    assertThat(PagedIterable.from(this::literals).prefetch(3)).containsExactly("a", "b", "c");
    assertThat(asked).hasSize(3);
  }

  @Test
  void keysetPagingOverATable() {
    NavigableMap<Long, String> table = new TreeMap<>();
    for (long id = 1; id <= 25; id++) {
      table.put(id * 3, "row " + id);
    }
    PagedIterable<String> rows = PagedIterable.from(position -> {
      long after = position instanceof Position.Offset at ? at.offset() : 0;
      List<Long> keys = table.tailMap(after, false).keySet().stream().limit(10).toList();
      List<String> items = keys.stream().map(table::get).toList();
      return Page.of(items, keys.isEmpty() ? null : Position.offset(keys.get(keys.size() - 1)));
    });
    assertThat(rows).hasSize(25).startsWith("row 1").endsWith("row 25").doesNotHaveDuplicates();
    assertThat(rows.maxItems(12)).hasSize(12);
  }

  @Test
  void aFailureIsRepeatedFromTheSamePosition() {
    int[] failures = {2};
    PageFunction<String> flaky = position -> {
      if (position.equals(Position.cursor("c1")) && failures[0]-- > 0) {
        throw new IOException("reset by peer 10.0.0.1");
      }
      return literals(position);
    };
    PagedIterator<String> iterator = PagedIterable.from(flaky).iterator();
    assertThat(iterator.next() + iterator.next()).isEqualTo("ab");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(iterator::hasNext)
          .isInstanceOfSatisfying(PageturnerException.Transport.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.TRANSPORT);
            assertThat(e.pageNumber()).hasValue(2);
            assertThat(e.checkpoint().orElseThrow().position()).isEqualTo(Position.cursor("c1"));
            assertThat(e).hasMessageNotContaining("10.0.0.1").hasCauseInstanceOf(IOException.class);
          });
    }
    assertThat(iterator.next()).isEqualTo("c");
    assertThat(asked)
        .containsExactly(Position.start(), Position.cursor("c1"), Position.cursor("c2"));
  }

  @Test
  void anExceptionOfTheFunctionIsTheCauseOfACallbackError() {
    PagedIterable<String> list = PagedIterable.from(position -> {
      throw new IllegalArgumentException("secret");
    });
    assertThatThrownBy(() -> list.iterator().next())
        .isInstanceOf(PageturnerException.Callback.class)
        .hasMessageNotContaining("secret")
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFunctionWithoutAPageIsAnError() {
    PagedIterable<String> list = PagedIterable.from(position -> null);
    assertThatThrownBy(list::toList).isInstanceOf(PageturnerException.Callback.class);
  }

  @Test
  void anInterruptKeepsItsFlag() {
    PagedIterable<String> list = PagedIterable.from(position -> {
      throw new InterruptedException();
    });
    assertThatThrownBy(list::toList).isInstanceOf(PageturnerException.Cancelled.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aPositionThatComesAgainIsALoop() {
    PagedIterable<String> list =
        PagedIterable.from(position -> Page.withCursor(List.of("a"), "same"));
    List<String> seen = new ArrayList<>();
    assertThatThrownBy(() -> list.forEach(seen::add))
        .isInstanceOfSatisfying(
            PageturnerException.Paging.class, e -> assertThat(e.kind()).isEqualTo(Kind.LOOP))
        .hasMessageNotContaining("same");
    assertThat(seen).containsExactly("a", "a");
  }

  @Test
  void resumingAfterALoopGivesNoItemAgain() {
    PagedIterable<String> list =
        PagedIterable.from(position -> Page.withCursor(List.of("a"), "same"));
    PagedIterator<String> iterator = list.iterator();
    iterator.next();
    iterator.next();
    assertThatThrownBy(iterator::hasNext).isInstanceOf(PageturnerException.Paging.class);
    PagedIterator<String> resumed = list.startFrom(iterator.checkpoint()).iterator();
    assertThatThrownBy(resumed::hasNext).isInstanceOf(PageturnerException.Paging.class);
  }
}
