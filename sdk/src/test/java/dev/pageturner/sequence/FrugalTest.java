package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No operator asks its source for more than it needs. */
class FrugalTest {
  private final CountingSequence source = CountingSequence.endless();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 1000})
  void limitDoesNotAskBehindItsLastItem(int count) {
    assertThat(source.limit(count).toList()).isEqualTo(CountingSequence.numbers(count));

    assertThat(source.nexts).isEqualTo(count);
    assertThat(source.hasNexts).isEqualTo(count);
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void limitClosesTheSourceWithItsLastItem() {
    Iterator<Integer> items = source.limit(2).iterator();
    items.next();
    assertThat(source.closes).isZero();

    items.next();

    assertThat(source.closes).isEqualTo(1);
  }

  @DisplayName("edge 5: behind its last item a limit is over for ever")
  @Test
  void aLimitIsOverForEver() {
    Iterator<Integer> items = source.limit(2).iterator();
    items.next();
    items.next();

    assertThat(items.hasNext()).isFalse();
    assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
    assertThat(source.hasNexts).isEqualTo(2);
    assertThat(source.nexts).isEqualTo(2);
  }

  @DisplayName("edge 91: limit(0) never touches the source")
  @Test
  void limitOfZeroNeverTouchesTheSource() {
    assertThat(source.limit(0).toList()).isEmpty();
    assertThat(source.map(i -> i).limit(0).map(i -> i).first()).isEmpty();

    assertThat(source.iterators).isZero();
  }

  @Test
  void limitCountsTheItemsItGaveOutAndNotTheFailures() {
    Iterator<Integer> items = source.map(FrugalTest::failAtOne).limit(3).iterator();

    assertThat(items.next()).isZero();
    assertThatThrownBy(items::next).isInstanceOf(ArithmeticException.class);
    assertThat(items.next()).isEqualTo(2);
    assertThat(items.next()).isEqualTo(3);
    assertThat(items.hasNext()).isFalse();
  }

  private static int failAtOne(int i) {
    return i == 1 ? i / (i - 1) : i;
  }

  @Test
  void takeWhileTakesExactlyOneBeyond() {
    assertThat(source.takeWhile(i -> i < 5).toList()).hasSize(5);

    assertThat(source.nexts).isEqualTo(6);
    assertThat(source.hasNexts).isEqualTo(6);
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void firstTakesOneItemAndCloses() {
    assertThat(source.first()).contains(0);

    assertThat(source.questions()).isEqualTo(2);
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void hasNextOfMapDoesNotCallTheFunction() {
    List<Integer> mapped = new ArrayList<>();
    Iterator<Integer> items = source.peek(mapped::add).skip(1).limit(2).iterator();

    assertThat(items.hasNext()).isTrue();
    assertThat(mapped).containsExactly(0); // The skipped one.

    items.next();
    assertThat(mapped).containsExactly(0, 1);
  }

  @Test
  void filterStopsAtTheFirstMatch() {
    assertThat(source.filter(i -> i >= 3).first()).contains(3);

    assertThat(source.nexts).isEqualTo(4);
  }

  @Test
  void dropWhileStopsAtTheFirstItemItKeeps() {
    assertThat(source.dropWhile(i -> i < 3).first()).contains(3);

    assertThat(source.nexts).isEqualTo(4);
  }

  @Test
  void aFullBatchAsksNothingBehindItsLastItem() {
    Iterator<List<Integer>> batches = source.batched(4).iterator();

    assertThat(batches.next()).containsExactly(0, 1, 2, 3);

    assertThat(source.nexts).isEqualTo(4);
    assertThat(source.hasNexts).isEqualTo(4);
  }

  @Test
  void aBatchFilledToTheByteAsksNothingBehindItsLastItem() {
    Iterator<List<Integer>> batches =
        source.batched(BatchLimit.bytes(6, (Integer i) -> i)).iterator();

    assertThat(batches.next()).containsExactly(0, 1, 2, 3);

    assertThat(source.nexts).isEqualTo(4);
  }

  @Test
  void batchesUnderALimitTakeExactlyTheirItems() {
    assertThat(source.batched(10).limit(3).toList()).hasSize(3);

    assertThat(source.nexts).isEqualTo(30);
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void concatDoesNotOpenTheSecondPartBeforeTheFirstIsOver() {
    CountingSequence first = CountingSequence.of(2);
    Iterator<Integer> items = first.concat(source).iterator();

    items.next();
    items.next();
    assertThat(source.iterators).isZero();

    items.next();
    assertThat(first.closes).isEqualTo(1);
    assertThat(source.nexts).isEqualTo(1);
  }

  @Test
  void zipDoesNotAskTheOtherOnceTheFirstIsOver() {
    CountingSequence first = CountingSequence.of(2);

    assertThat(first.zip(source, Integer::sum).toList()).containsExactly(0, 2);

    assertThat(source.questions()).isEqualTo(4);
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void zipTakesNothingFromTheFirstOnceTheOtherIsOver() {
    assertThat(source.zip(List.of("a", "b"), (i, s) -> s + i).toList()).containsExactly("a0", "b1");

    assertThat(source.nexts).isEqualTo(2);
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void aGroupReadsOneItemBeyondItself() {
    Iterator<Group<Integer, Integer>> groups =
        source.groupConsecutive(i -> i / 3).iterator();

    Group<Integer, Integer> group = groups.next();
    assertThat(source.nexts).isEqualTo(1);

    assertThat(group.toList()).containsExactly(0, 1, 2);
    assertThat(source.nexts).isEqualTo(4);
    assertThat(source.closes).isZero();
  }

  @Test
  void aNegativeCountIsRefusedAtOnce() {
    assertThatThrownBy(() -> source.limit(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> source.skip(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> source.batched(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> source.tee(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> source.distinctBy(i -> i, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
