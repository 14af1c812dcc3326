package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Spliterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Streams take one item at a time from a sequence. */
class StreamTest {
  private final CountingSequence source = CountingSequence.endless();

  @Test
  void makingAStreamAsksNothing() {
    source.stream().map(i -> i + 1).close();

    assertThat(source.questions()).isZero();
    assertThat(source.closes).isEqualTo(1);
  }

  @DisplayName("edge 8: stream().limit(n) takes n items")
  @Test
  void limitOfAStreamTakesThatManyItems() {
    try (Stream<Integer> items = source.stream()) {
      assertThat(items.limit(10).toList()).hasSize(10);
    }

    assertThat(source.nexts).isEqualTo(10);
    assertThat(source.closes).isEqualTo(1);
  }

  @DisplayName("edge 8: an inner sequence is not drained")
  @Test
  void flatMapDoesNotDrainAnInnerSequence() {
    try (Stream<Integer> items = LazyIterable.of("page").flatMap(page -> source).stream()) {
      assertThat(items.findFirst()).contains(0);
    }

    assertThat(source.nexts).isEqualTo(1);
    assertThat(source.closes).isEqualTo(1);
  }

  @DisplayName("edge 9: a parallel stream does not take items ahead")
  @Test
  void aParallelStreamDoesNotTakeItemsAhead() {
    try (Stream<Integer> items = source.stream()) {
      assertThat(items.parallel().limit(1).toList()).containsExactly(0);
    }

    assertThat(source.nexts).isEqualTo(1);
  }

  @DisplayName("edge 9: nor does a parallel stream over the spliterator")
  @Test
  void aParallelStreamOverTheSpliteratorDoesNotTakeItemsAhead() {
    try (Stream<Integer> items = StreamSupport.stream(source.spliterator(), true)) {
      assertThat(items.map(i -> i + 1).limit(3).toList()).containsExactly(1, 2, 3);
    }

    assertThat(source.nexts).isEqualTo(3);
  }

  @Test
  void aParallelStreamKeepsTheOrder() {
    List<Integer> items =
        CountingSequence.of(5000).stream().parallel().map(i -> i).collect(Collectors.toList());

    assertThat(items).isEqualTo(CountingSequence.numbers(5000));
  }

  @Test
  void theSpliteratorNeverSplits() {
    Spliterator<Integer> items = source.spliterator();

    assertThat(items.trySplit()).isNull();
    assertThat(items.hasCharacteristics(Spliterator.ORDERED)).isTrue();
    assertThat(items.hasCharacteristics(Spliterator.SIZED)).isFalse();
    assertThat(source.questions()).isZero();
  }

  @Test
  void aStreamReadToItsEndHasClosedTheSource() {
    CountingSequence three = CountingSequence.of(3);

    assertThat(three.stream().mapToInt(i -> i).sum()).isEqualTo(3);

    assertThat(three.closes).isEqualTo(1);
    assertThat(three.forbidden).isEmpty();
  }

  @Test
  void collectClosesTheSource() {
    CountingSequence three = CountingSequence.of(3);

    assertThat(three.collect(Collectors.summingInt(i -> i))).isEqualTo(3);

    assertThat(three.closes).isEqualTo(1);
  }

  @Test
  void toListGivesAnUnmodifiableList() {
    List<Integer> items = CountingSequence.of(3).toList();

    assertThatThrownBy(() -> items.add(4)).isInstanceOf(UnsupportedOperationException.class);
  }
}
