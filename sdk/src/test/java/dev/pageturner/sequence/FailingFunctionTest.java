package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A function that throws costs its item and nothing else. */
class FailingFunctionTest {
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static <T> T unlessThree(int item, T value) {
    if (item == 3) {
      throw new Refusal();
    }
    return value;
  }

  static Stream<Arguments> operators() {
    return Stream.of(
        row("map", s -> s.map(i -> unlessThree(i, i))),
        row("mapConcurrent", s -> s.mapConcurrent(4, i -> unlessThree(i, i))),
        row("mapConcurrent alone", s -> s.mapConcurrent(1, i -> unlessThree(i, i))),
        row("mapConcurrentUnordered", s -> s.mapConcurrentUnordered(1, i -> unlessThree(i, i))),
        row("mapConcurrent above", s -> s.map(i -> unlessThree(i, i)).mapConcurrent(4, i -> i)),
        row(
            "mapConcurrent, tee",
            s -> s.mapConcurrent(4, i -> unlessThree(i, i)).tee(2).get(1)),
        row(
            "mapConcurrent, zip",
            s -> s.mapConcurrent(4, i -> unlessThree(i, i))
                .zip(CountingSequence.endless(), Math::max)),
        row("peek", s -> s.peek(i -> unlessThree(i, i))),
        row("filter", s -> s.filter(i -> unlessThree(i, true))),
        row("flatMap", s -> s.flatMap(i -> unlessThree(i, List.of(i)))),
        row("flatMap, inner", s -> s.flatMap(i -> LazyIterable.of(i).map(j -> unlessThree(j, j)))),
        row("takeWhile", s -> s.takeWhile(i -> unlessThree(i, true))),
        row("distinctUntilChanged", s -> s.distinctUntilChanged(i -> unlessThree(i, i))),
        row("distinctBy", s -> s.distinctBy(i -> unlessThree(i, i), 9)),
        row("zip", s -> s.zip(CountingSequence.endless(), (i, j) -> unlessThree(i, j))),
        row(
            "zip, first",
            s -> s.map(i -> unlessThree(i, i)).zip(CountingSequence.endless(), Math::max)),
        row(
            "zip, other",
            s -> CountingSequence.endless().zip(s.map(i -> unlessThree(i, i)), Math::max)),
        row("groups", s -> s.groupConsecutive(i -> unlessThree(i, i)).map(Group::key)),
        row("batched", s -> s.map(i -> unlessThree(i, i)).batched(2).flatMap(batch -> batch)),
        row(
            "batched by bytes",
            s -> s.batched(BatchLimit.bytes(99, (Integer i) -> unlessThree(i, 1L)))
                .flatMap(batch -> batch)),
        row("tee", s -> s.map(i -> unlessThree(i, i)).tee(2).get(1)));
  }

  private static Arguments row(
      String name, Function<LazyIterable<Integer>, LazyIterable<Integer>> operator) {
    return Arguments.of(name, operator);
  }

  @DisplayName("edge 52: the item counts as delivered, and the same iterator goes on")
  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void theSameIteratorGoesOnBehindTheItem(
      String name, Function<LazyIterable<Integer>, LazyIterable<Integer>> operator) {
    CountingSequence source = CountingSequence.of(6);
    Iterator<Integer> items = operator.apply(source).iterator();

    List<Object> seen = new ArrayList<>();
    while (true) {
      try {
        if (!items.hasNext()) {
          break;
        }
        seen.add(items.next());
      } catch (Refusal e) {
        seen.add("refused");
      }
    }

    assertThat(seen).containsExactly(0, 1, 2, "refused", 4, 5);
    assertThat(source.nexts).isEqualTo(6);
    assertThat(source.closes).isEqualTo(1);
    assertThat(source.forbidden).isEmpty();
  }

  @Test
  void dropWhileGoesOnDropping() {
    Iterator<Integer> items =
        CountingSequence.of(6).dropWhile(i -> unlessThree(i, i < 5)).iterator();

    assertThatThrownBy(items::hasNext).isInstanceOf(Refusal.class);
    assertThat(items.next()).isEqualTo(5);
  }

  @Test
  void skipCountsAnItemWhoseCallFails() {
    Iterator<Integer> items =
        CountingSequence.of(6).mapConcurrent(3, i -> unlessThree(i, i)).skip(4).iterator();

    assertThatThrownBy(items::hasNext).isInstanceOf(Refusal.class);
    assertThat(items.next()).isEqualTo(4);
  }

  @Test
  void skipCountsAnItemThatFails() {
    Iterator<Integer> items =
        CountingSequence.of(6).map(i -> unlessThree(i, i)).skip(4).iterator();

    assertThatThrownBy(items::hasNext).isInstanceOf(Refusal.class);
    assertThat(items.next()).isEqualTo(4);
  }

  @Test
  void pairsOfWhichBothItemsFailStayAligned() {
    LazyIterable<Integer> failing = CountingSequence.of(5).map(i -> unlessThree(i, i));
    Iterator<List<Integer>> pairs =
        failing.skip(1).zip(failing.skip(1), List::of).iterator();
    assertThat(pairs.next()).containsExactly(1, 1);
    assertThat(pairs.next()).containsExactly(2, 2);

    assertThatThrownBy(pairs::next)
        .isInstanceOf(Refusal.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));

    assertThat(pairs.next()).containsExactly(4, 4);
    assertThat(pairs.hasNext()).isFalse();
  }

  @Test
  void anActionThatThrowsOutOfForEachClosesTheSource() {
    CountingSequence source = CountingSequence.endless();

    assertThatThrownBy(() -> source.forEach(i -> unlessThree(i, i))).isInstanceOf(Refusal.class);

    assertThat(source.nexts).isEqualTo(4);
    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void anActionThatThrowsOutOfAStreamClosesTheSource() {
    CountingSequence source = CountingSequence.endless();

    assertThatThrownBy(() -> source.stream().forEach(i -> unlessThree(i, i)))
        .isInstanceOf(Refusal.class);

    assertThat(source.closes).isEqualTo(1);
  }

  @Test
  void aFunctionThatGivesNoSequenceIsNamed() {
    Iterator<Integer> items =
        CountingSequence.of(2).<Integer>flatMap(i -> i == 0 ? null : List.of(i)).iterator();

    assertThatThrownBy(items::hasNext)
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("instead of a sequence");
    assertThat(items.next()).isEqualTo(1);
  }
}
