package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.sequence.CountingSequence.PageError;
import dev.pageturner.sequence.CountingSequence.PageFailed;
import dev.pageturner.sequence.CountingSequence.Place;
import dev.pageturner.sequence.OperatorContractTest.Operator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An iterator that failed is asked again: no item is lost, none comes twice, no pair is wrong. */
class AskedAgainTest {
  private static final int SIZE = 10;

  static Stream<Arguments> operators() {
    return Stream.concat(
        OperatorContractTest.operators(),
        Stream.of(
            row("limit within", s -> s.limit(5)),
            row("limit and skip", s -> s.skip(2).limit(5).skip(1)),
            row(
                "groups and their items",
                s -> s.groupConsecutive(i -> i / 3)
                    .flatMap(group -> group.map(i -> group.key() + ":" + i))),
            row(
                "groups of which one item is read",
                s -> s.groupConsecutive(i -> i / 3).flatMap(group -> group.limit(1))),
            row("tee", s -> s.tee(2).get(1)),
            row("tee and zip", s -> {
              List<LazyIterable<Integer>> branches = s.tee(2);
              return branches.get(0).zip(branches.get(1), List::of);
            }),
            row(
                "zip of zip",
                s -> s.zip(CountingSequence.endless(), List::of)
                    .zip(CountingSequence.endless(), List::of)),
            row("stream", s -> LazyIterable.once(s.stream().iterator())),
            row("flatMap to failing", s -> LazyIterable.of(1, 2).flatMap(i -> s)),
            row(
                "flatMap to lists of failing",
                s -> LazyIterable.of(1, 2).flatMap(i -> s.skip(i)))));
  }

  private static Arguments row(String name, Operator operator) {
    return Arguments.of(name, operator);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void noItemIsLostOrDoubledWhereverTheSourceFails(String name, Operator operator) {
    List<String> expected =
        taken(name, operator.apply(CountingSequence.of(SIZE)).iterator(), 0);
    for (Place place : Place.values()) {
      for (int index = 0; index < SIZE; index++) {
        for (int times = 1; times <= 3; times++) {
          CountingSequence source = CountingSequence.of(SIZE).failing(place, index, times);
          CountingSequence broken =
              CountingSequence.of(SIZE).failing(place, index, times).withError();

          assertThat(taken(name, operator.apply(source).iterator(), times))
              .as("%s fails at %s, %s times", place, index, times)
              .isEqualTo(expected);
          assertThat(taken(name, operator.apply(broken).iterator(), times))
              .as("%s fails with an error at %s, %s times", place, index, times)
              .isEqualTo(expected);
          assertThat(source.forbidden).isEmpty();
        }
      }
    }
  }

  /** Takes all items by next() and hasNext() in turn with next() alone. */
  static List<String> taken(String name, Iterator<?> items, int mostFailures) {
    List<String> taken = new ArrayList<>();
    int failures = 0;
    boolean asking = true;
    while (true) {
      asking = !asking;
      try {
        if (asking && !items.hasNext()) {
          break;
        }
        add(name, items.next(), taken);
      } catch (PageFailed | PageError | PageturnerException e) {
        assertThat(++failures).isLessThanOrEqualTo(mostFailures);
      } catch (NoSuchElementException e) {
        assertThat(items.hasNext()).isFalse();
        break;
      }
    }
    return taken;
  }

  private static void add(String name, Object item, List<String> taken) {
    boolean isBatch = name.startsWith("batched") || name.equals("many");
    if (item instanceof List<?> batch && isBatch) { // A failure may make it shorter.
      assertThat(batch).isNotEmpty();
      batch.forEach(each -> taken.add(each.toString()));
    } else {
      taken.add(item instanceof Group<?, ?> group ? "group " + group.key() : item.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void terminalMethodsFailWholeAndStartAfresh(Place place) {
    List<Function<LazyIterable<Integer>, Object>> terminals = List.of(
        LazyIterable::toList,
        s -> s.skip(SIZE - 1).first(),
        s -> s.stream().toList(),
        s -> s.collect(Collectors.counting()),
        s -> {
          List<Integer> items = new ArrayList<>();
          s.forEach(items::add);
          return items;
        });
    for (Function<LazyIterable<Integer>, Object> terminal : terminals) {
      Object expected = terminal.apply(CountingSequence.of(SIZE));
      for (int index = 0; index < SIZE; index++) {
        CountingSequence source = CountingSequence.of(SIZE).failing(place, index, 1);

        assertThatThrownBy(() -> terminal.apply(source)).isInstanceOf(PageFailed.class);
        assertThat(source.closes).isEqualTo(1);
        assertThat(terminal.apply(source)).isEqualTo(expected);
        assertThat(source.closes).isEqualTo(2);
      }
    }
  }

  /** Both kinds of failures at once: one item comes again, another one is gone. */
  @ParameterizedTest
  @EnumSource
  void pairsStayPairs(Place place) {
    for (int index = 0; index < SIZE; index++) {
      for (int gone = 0; gone < SIZE; gone++) {
        for (int side = 0; side < 4; side++) {
          LazyIterable<Integer> failing =
              refusing(gone, CountingSequence.of(SIZE).failing(place, index, 2));
          LazyIterable<Integer> sound = CountingSequence.of(SIZE);
          LazyIterable<Integer> other = CountingSequence.of(SIZE).failing(place, index, 2);
          LazyIterable<List<Integer>> pairs = switch (side) {
            case 0 -> failing.zip(sound, List::of);
            case 1 -> sound.zip(failing, List::of);
            case 2 -> failing.zip(other, List::of);
            default -> other.zip(failing, List::of);
          };

          List<List<Integer>> taken = all(pairs.iterator());

          int lost = gone;
          assertThat(taken)
              .as("%s fails at %s, %s is gone, %s", place, index, gone, side)
              .isEqualTo(IntStream.range(0, SIZE)
                  .filter(i -> i != lost)
                  .mapToObj(i -> List.of(i, i))
                  .toList());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void skipLeavesOutTheSameItemsWhateverFails(Place place) {
    for (int index = 0; index < SIZE; index++) {
      for (int gone = 0; gone < SIZE; gone++) {
        CountingSequence source = CountingSequence.of(SIZE).failing(place, index, 2);

        int lost = gone;
        assertThat(all(refusing(gone, source).skip(4).iterator()))
            .isEqualTo(IntStream.range(4, SIZE).filter(i -> i != lost).boxed().toList());
      }
    }
  }

  @Test
  void eachBranchIsToldOfAnItemThatIsGone() {
    List<LazyIterable<Integer>> branches =
        refusing(3, CountingSequence.of(SIZE)).tee(3);
    for (LazyIterable<Integer> branch : branches) {
      Iterator<List<Integer>> pairs =
          branch.zip(CountingSequence.endless(), List::of).iterator();
      for (int i = 0; i < 3; i++) {
        assertThat(pairs.next()).containsExactly(i, i);
      }

      assertThatThrownBy(pairs::next).isInstanceOf(Refusal.class);

      for (int i = 4; i < SIZE; i++) {
        assertThat(pairs.next()).containsExactly(i, i);
      }
      assertThat(pairs.hasNext()).isFalse();
    }
  }

  @Test
  void aSequenceThatCannotBeOpenedIsNotLeftOut() {
    int[] refusals = {2};
    LazyIterable<Integer> reluctant = () -> {
      if (refusals[0]-- > 0) {
        throw new PageFailed();
      }
      return LazyIterable.of(2).iterator();
    };
    Iterator<Integer> items =
        LazyIterable.of(1).concat(reluctant).concat(List.of(3)).iterator();

    assertThat(items.next()).isEqualTo(1);
    assertThatThrownBy(items::hasNext).isInstanceOf(PageFailed.class);
    assertThatThrownBy(items::next).isInstanceOf(PageFailed.class);
    assertThat(items.next()).isEqualTo(2);
    assertThat(items.next()).isEqualTo(3);
    assertThat(items.hasNext()).isFalse();
  }

  @Test
  void theLastItemIsNotLostWhenItsSourceCannotBeClosed() {
    CloseableIterator<Integer> unclosable = new CloseableIterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Integer next() {
        return 1;
      }

      @Override
      public void close() {
        throw new PageFailed();
      }
    };
    Iterator<Integer> items = LazyIterable.once(unclosable).limit(1).iterator();

    assertThat(items.next()).isEqualTo(1);
    assertThatThrownBy(items::hasNext).isInstanceOf(PageFailed.class);
    assertThat(items.hasNext()).isFalse();
  }

  @Test
  void oneFailureOfBothSidesIsThrownAsItIs() {
    Refusal same = new Refusal();
    LazyIterable<Integer> failing = LazyIterable.of(1).map(i -> {
      throw same;
    });

    assertThatThrownBy(() -> failing.zip(failing, List::of).iterator().next()).isSameAs(same);
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static LazyIterable<Integer> refusing(int gone, LazyIterable<Integer> source) {
    return source.map(i -> {
      if (i == gone) {
        throw new Refusal();
      }
      return i;
    });
  }

  private static <T> List<T> all(Iterator<T> items) {
    List<T> taken = new ArrayList<>();
    while (true) {
      try {
        if (!items.hasNext()) {
          return taken;
        }
        taken.add(items.next());
      } catch (PageFailed | Refusal e) {
        // Asked again.
      }
    }
  }
}
