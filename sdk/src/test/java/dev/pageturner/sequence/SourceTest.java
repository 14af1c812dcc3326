package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where sequences come from: items, iterables, iterators. */
class SourceTest {
  @SuppressWarnings("try") // It throws what it is told to, also InterruptedException.
  private static final class Rows implements Iterator<Integer>, AutoCloseable {
    private final Exception onClose;
    private int left;
    int closes;

    Rows(int left, Exception onClose) {
      this.left = left;
      this.onClose = onClose;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Integer next() {
      return left--;
    }

    @Override
    public void close() throws Exception {
      closes++;
      if (onClose != null) {
        throw onClose;
      }
    }
  }

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  @Test
  void itemsMayBeNull() {
    LazyIterable<String> items = LazyIterable.of("a", null, "b", null, null);

    assertThat(items.toList()).containsExactly("a", null, "b", null, null);
    assertThat(items.filter(item -> item == null).toList()).hasSize(3);
    assertThat(items.batched(2).toList().get(0)).containsExactly("a", null);
    assertThat(items.distinctUntilChanged().toList()).containsExactly("a", null, "b", null);
    assertThat(items.distinctBy(item -> item, 9).toList()).containsExactly("a", null, "b");
    assertThat(items.groupConsecutive(item -> item).map(Group::key).toList())
        .containsExactly("a", null, "b", null);
    assertThat(items.tee(1).get(0).toList()).containsExactly("a", null, "b", null, null);
    assertThat(items.stream().toList()).containsExactly("a", null, "b", null, null);
    assertThatThrownBy(() -> items.skip(1).first()).isInstanceOf(NullPointerException.class);
  }

  @Test
  void itemsAreCopied() {
    String[] array = {"a", "b"};
    LazyIterable<String> items = LazyIterable.of(array);

    array[0] = "changed";

    assertThat(items.toList()).containsExactly("a", "b");
  }

  @Test
  void emptyHasNoItems() {
    assertThat(LazyIterable.empty().iterator().hasNext()).isFalse();
    assertThat(LazyIterable.empty().first()).isEmpty();
  }

  @Test
  void anIterableIsAskedForAnIteratorWithTheFirstItem() {
    AtomicInteger asked = new AtomicInteger();
    Iterable<Integer> iterable = () -> {
      asked.incrementAndGet();
      return List.of(1).iterator();
    };

    Iterator<Integer> items = LazyIterable.<Integer>from(iterable).map(i -> i).iterator();
    assertThat(asked).hasValue(0);

    items.next();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aLazySequenceStaysWhatItIs() {
    LazyIterable<Integer> sequence = LazyIterable.of(1);

    assertThat(LazyIterable.from(sequence)).isSameAs(sequence);
  }

  @Test
  void anIteratorThatCanBeClosedIsClosedAtTheEnd() {
    Rows rows = new Rows(2, null);

    assertThat(LazyIterable.from((Iterable<Integer>) () -> rows).toList()).containsExactly(2, 1);

    assertThat(rows.closes).isEqualTo(1);
  }

  @Test
  void anIteratorThatCanBeClosedIsClosedWithTheTraversal() {
    Rows rows = new Rows(2, null);

    assertThat(LazyIterable.from((Iterable<Integer>) () -> rows).map(i -> i).first())
        .contains(2);

    assertThat(rows.closes).isEqualTo(1);
  }

  @Test
  void aCheckedExceptionOutOfCloseIsACallbackFailure() {
    Rows rows = new Rows(2, new IOException("disk"));

    assertThatThrownBy(() -> LazyIterable.once(rows).first())
        .isInstanceOf(PageturnerException.Callback.class)
        .hasRootCauseMessage("disk");
  }

  @Test
  void anInterruptOutOfCloseKeepsItsFlag() {
    Rows rows = new Rows(2, new InterruptedException());

    assertThatThrownBy(() -> LazyIterable.once(rows).first())
        .isInstanceOf(PageturnerException.Cancelled.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void anIteratorIsIteratedOnceAndSaysSo() {
    LazyIterable<Integer> once = LazyIterable.once(List.of(1, 2).iterator());
    LazyIterable<Integer> above = once.map(i -> i).limit(5);

    assertThat(above.toList()).containsExactly(1, 2);

    assertThatThrownBy(once::iterator)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("iterated once");
    assertThatThrownBy(above::iterator).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(above::toList).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(above::stream).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingBeforeTheFirstItemReachesASingleUseSource() {
    Rows rows = new Rows(2, null);

    LazyIterable.once(rows).map(i -> i).filter(i -> true).batched(2).iterator().close();

    assertThat(rows.closes).isEqualTo(1);
  }

  @Test
  void aCloseFromAnotherThreadEndsTheTraversal() throws Exception {
    CountingSequence source = CountingSequence.endless();
    CloseableIterator<List<Integer>> items =
        source.filter(i -> i % 2 == 0).flatMap(i -> List.of(i, i)).batched(3).iterator();
    items.next();

    Thread other = new Thread(items::close);
    other.start();
    other.join();

    assertThat(items.hasNext()).isFalse();
    assertThat(source.closes).isEqualTo(1);
    assertThat(source.forbidden).isEmpty();
  }

  @Test
  void anIteratorClosedWhileItIsOpenedIsNotLeftOpen() {
    Rows rows = new Rows(2, null);
    AtomicInteger opened = new AtomicInteger();
    CloseableIterator<?>[] items = new CloseableIterator<?>[1];
    Iterable<Integer> closesMeanwhile = () -> {
      opened.incrementAndGet();
      items[0].close();
      return rows;
    };
    items[0] = LazyIterable.<Integer>from(closesMeanwhile).iterator();

    items[0].hasNext();

    assertThat(opened).hasValue(1);
    assertThat(rows.closes).isEqualTo(1);
    assertThat(items[0].hasNext()).isFalse();
  }

  @Test
  void anInnerSequenceOpenedByAClosedOperatorIsNotLeftOpen() {
    Rows rows = new Rows(2, null);
    CloseableIterator<?>[] items = new CloseableIterator<?>[1];
    items[0] = LazyIterable.of("page")
        .flatMap(page -> {
          items[0].close();
          return LazyIterable.<Integer>once(rows);
        })
        .iterator();

    assertThat(items[0].hasNext()).isFalse();
    assertThat(rows.closes).isEqualTo(1);
  }

  @Test
  void aSourceThatClosesBadlyIsStillClosedBehindTheOther() {
    Rows bad = new Rows(2, new IllegalStateException("bad"));
    CountingSequence source = CountingSequence.endless();
    CloseableIterator<Integer> pairs =
        source.zip((Iterable<Integer>) () -> bad, Integer::sum).iterator();
    pairs.next();

    assertThatThrownBy(pairs::close).hasMessage("bad");
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void partsMayBeOfSubtypes() {
    LazyIterable<Number> numbers =
        LazyIterable.chain(Arrays.asList(1, 2), LazyIterable.of(3.5), List.of(4L));

    assertThat(numbers.toList()).containsExactly(1, 2, 3.5, 4L);
  }
}
