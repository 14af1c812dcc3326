package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither the stack nor the heap grows with the items. */
class BoundedTest {
  private static final int MANY = 1_000_000;

  @DisplayName("edge 15: a million empty inner sequences in a row need no stack")
  @Test
  void aMillionEmptyInnerSequencesNeedNoStack() {
    CountingSequence source = CountingSequence.of(MANY);

    assertThat(
            source.flatMap(i -> i < MANY - 1 ? List.<Integer>of() : List.of(i)).toList())
        .containsExactly(MANY - 1);
  }

  @Test
  void aMillionPartsNeedNoStack() {
    LazyIterable<LazyIterable<Integer>> parts =
        CountingSequence.of(MANY).map(i -> LazyIterable.<Integer>empty());

    assertThat(LazyIterable.flatten(parts).concat(List.of(7)).toList()).containsExactly(7);
  }

  @Test
  void aMillionItemsThatNobodyWantsNeedNoStack() {
    CountingSequence source = CountingSequence.of(MANY);

    assertThat(source.filter(i -> false).toList()).isEmpty();
    assertThat(source.dropWhile(i -> true).toList()).isEmpty();
    assertThat(source.distinctUntilChanged(i -> 0).toList()).containsExactly(0);
    assertThat(source.skip(MANY).toList()).isEmpty();
    assertThat(source.groupConsecutive(i -> 0).map(Group::key).toList()).containsExactly(0);
  }

  static Stream<Arguments> operators() {
    return Stream.of(
        row("map", 1, s -> s.map(i -> i)),
        row("mapConcurrent", 4, s -> s.mapConcurrent(4, i -> i)),
        row("mapConcurrentUnordered", 4, s -> s.mapConcurrentUnordered(4, i -> i)),
        row("filter", 1, s -> s.filter(i -> true)),
        row("flatMap", 1, s -> s.flatMap(List::of)),
        row("skip", 1, s -> s.skip(5)),
        row("limit", 1, s -> s.limit(1 << 30)),
        row("takeWhile", 1, s -> s.takeWhile(i -> true)),
        row("dropWhile", 1, s -> s.dropWhile(i -> false)),
        row("zip", 1, s -> s.zip(CountingSequence.endless(), (i, j) -> i)),
        row("distinctUntilChanged", 2, LazyIterable::distinctUntilChanged),
        row("batched", 10, s -> s.batched(10)),
        row("batched by bytes", 10, s -> s.batched(BatchLimit.bytes(10, (Object i) -> 1))),
        row("groupConsecutive", 2, s -> s.groupConsecutive(i -> i)),
        row("tee", 1, s -> s.tee(1).get(0)));
  }

  private static Arguments row(
      String name, int holds, Function<LazyIterable<Object>, LazyIterable<?>> operator) {
    return Arguments.of(name, holds, operator);
  }

  @ParameterizedTest(name = "{0} holds at most {1}")
  @MethodSource("operators")
  void anOperatorHoldsNoMoreThanItMust(
      String name, int holds, Function<LazyIterable<Object>, LazyIterable<?>> operator) {
    Reachable items = new Reachable();
    Iterator<?> iterator =
        operator.apply(CountingSequence.endless().map(items::newItem)).iterator();
    for (int i = 0; i < 300; i++) {
      iterator.next();
    }
    assertThat(iterator.hasNext()).isTrue();

    assertThat(items.heldAtMost(holds)).isLessThanOrEqualTo(holds);
    Reference.reachabilityFence(iterator);
  }

  @ParameterizedTest(name = "{0} holds nothing once it is closed and asked")
  @MethodSource("operators")
  void aClosedOperatorHoldsNothing(
      String name, int holds, Function<LazyIterable<Object>, LazyIterable<?>> operator) {
    Reachable items = new Reachable();
    CloseableIterator<?> iterator =
        operator.apply(CountingSequence.endless().map(items::newItem)).iterator();
    iterator.next();
    iterator.hasNext();

    iterator.close();

    assertThat(iterator.hasNext()).isFalse();
    assertThat(items.heldAtMost(2)).isLessThanOrEqualTo(2);
    Reference.reachabilityFence(iterator);
  }
}
