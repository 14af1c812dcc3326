package dev.pageturner.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.PagedIterator;
import dev.pageturner.position.Position;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laziness, and the contract of an iterator. */
class IteratorEdgeTest {
  private final FakeApi api = FakeApi.ofThreePages();

  @Test
  @DisplayName("edge 1: a list that is only made sends nothing")
  void listSendsNothing() {
    api.names().pageSize(2).maxItems(3).prefetch(2);
    assertThat(api.asked()).isZero();
  }

  @Test
  @DisplayName("edge 2: an iterator that is only made sends nothing, reading ahead or not")
  void iteratorSendsNothing() {
    api.names().iterator();
    api.names().prefetch(2).iterator();
    api.names().pages().iterator();
    assertThat(api.asked()).isZero();
  }

  @Test
  @DisplayName("edge 3: hasNext, asked a hundred times, sends one request")
  void hasNextSendsOnce() {
    Iterator<String> names = api.names().iterator();
    for (int i = 0; i < 100; i++) {
      assertThat(names.hasNext()).isTrue();
    }
    assertThat(api.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("edge 4: next without hasNext fetches what it needs")
  void nextFetches() {
    Iterator<String> names = api.names().iterator();
    assertThat(names.next() + names.next() + names.next() + names.next() + names.next())
        .isEqualTo("abcde");
    assertThatThrownBy(names::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  @DisplayName("edge 5: after the end nothing is asked for any more")
  void theEndStays() {
    PagedIterator<String> names = api.names().iterator();
    names.forEachRemaining(name -> {});
    for (int i = 0; i < 10; i++) {
      assertThat(names.hasNext()).isFalse();
      assertThatThrownBy(names::next).isInstanceOf(NoSuchElementException.class);
    }
    assertThat(api.asked()).isEqualTo(3);
  }

  @Test
  @DisplayName("edge 6: hasNext goes through empty pages until it knows")
  void hasNextDoesNotLie() {
    FakeApi empty = new FakeApi()
        .on("/names", "{'items': [], 'next': 'c1'}")
        .on("/names?cursor=c1", "{'items': [], 'next': 'c2'}")
        .on("/names?cursor=c2", "{'items': []}");
    assertThat(empty.names().iterator().hasNext()).isFalse();
    assertThat(empty.asked()).isEqualTo(3);
  }

  @Test
  @DisplayName("edge 7: the last item of a page is given out without asking for the next page")
  void lastItemSendsNothing() {
    Iterator<String> names = api.names().iterator();
    assertThat(names.next() + names.next()).isEqualTo("ab");
    assertThat(api.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("edge 8: a limited stream within page 1 sends one request")
  void limitedStream() {
    assertThat(api.names().stream().limit(2)).containsExactly("a", "b");
    assertThat(api.names().flatMap(List::of).limit(2)).containsExactly("a", "b");
    assertThat(api.asked()).isEqualTo(2);
  }

  @Test
  @DisplayName("edge 9: a parallel stream does not pull ahead")
  void parallelStream() {
    assertThat(api.names().stream().spliterator().trySplit()).isNull();
    assertThat(api.names().stream().parallel().limit(1)).containsExactly("a");
    assertThat(api.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("edge 10: two iterators of one list are independent")
  void twoIterators() {
    PagedIterable<String> list = api.names();
    Iterator<String> one = list.iterator();
    Iterator<String> other = list.iterator();
    assertThat(one.next() + one.next() + one.next()).isEqualTo("abc");
    assertThat(other.next()).isEqualTo("a");
    assertThat(api.targets()).containsExactly("/names", "/names?cursor=c1", "/names");
  }

  @Test
  @DisplayName("edge 11: a second thread that moves an iterator while it fetches is told so")
  void twoThreads() {
    AtomicReference<PagedIterator<String>> shared = new AtomicReference<>();
    AtomicReference<Throwable> told = new AtomicReference<>();
    PagedIterable<String> list = PagedIterable.from(position -> {
      if (position instanceof Position.Start) {
        Thread other = new Thread(() -> shared.get().hasNext());
        other.setUncaughtExceptionHandler((thread, e) -> told.set(e));
        other.start();
        other.join();
      }
      return Page.last(List.of("a", "b"));
    });
    shared.set(list.iterator());
    assertThat(shared.get().next() + shared.get().next()).isEqualTo("ab");
    assertThat(told.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two threads");
  }

  @Test
  @DisplayName("edge 12: items cannot be removed")
  void removeIsUnsupported() {
    Iterator<String> names = api.names().iterator();
    names.next();
    assertThatThrownBy(names::remove).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @DisplayName("edge 13: a closed iterator ends, keeps its checkpoint and asks for nothing")
  void closedIterator() {
    PagedIterable<String> list = api.names();
    PagedIterator<String> names = list.iterator();
    names.next();
    names.close();
    names.close();
    assertThat(names.hasNext()).isFalse();
    assertThat(api.asked()).isEqualTo(1);
    assertThat(list.startFrom(names.checkpoint())).containsExactly("b", "c", "d", "e");
  }
}
