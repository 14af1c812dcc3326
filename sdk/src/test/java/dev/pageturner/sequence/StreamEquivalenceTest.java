package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A random pipeline gives what the same pipeline of the JDK's streams gives. */
class StreamEquivalenceTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /** The same steps, once lazily and once over a list of what is there. */
  private record Both(LazyIterable<Integer> lazy, List<Integer> eager) {
    Both step(Random random) {
      int n = random.nextInt(6);
      return switch (random.nextInt(14)) {
        case 0 ->
          new Both(lazy.map(i -> i * 31 + n), stream().map(i -> i * 31 + n).toList());
        case 1 ->
          new Both(
              lazy.filter(i -> i % 6 != n), stream().filter(i -> i % 6 != n).toList());
        case 2 ->
          new Both(
              lazy.flatMap(i -> some(i, n)),
              stream().flatMap(i -> some(i, n).stream()).toList());
        case 3 ->
          new Both(
              lazy.concat(List.of(n, n)),
              Stream.concat(stream(), Stream.of(n, n)).toList());
        case 4 -> new Both(lazy.skip(n), stream().skip(n).toList());
        case 5 -> new Both(lazy.limit(n * 9L), stream().limit(n * 9L).toList());
        case 6 ->
          new Both(
              lazy.takeWhile(i -> i % 17 != n),
              stream().takeWhile(i -> i % 17 != n).toList());
        case 7 ->
          new Both(
              lazy.dropWhile(i -> i % 3 != n),
              stream().dropWhile(i -> i % 3 != n).toList());
        case 8 -> new Both(lazy.distinctBy(i -> i, 1 << 20), stream().distinct().toList());
        case 9 ->
          new Both(
              lazy.batched(n + 1).map(Collections::max),
              runs(n + 1).map(Collections::max).toList());
        case 10 ->
          new Both(
              lazy.groupConsecutive(i -> i % 2).map(group -> sum(group.toList())),
              groups().map(Both::sum).toList());
        case 11 ->
          new Both(
              lazy.groupConsecutive(i -> i % 2).flatMap(group -> group.limit(n)),
              groups().flatMap(group -> group.stream().limit(n)).toList());
        case 12 ->
          new Both(
              lazy.zip(lazy.skip(n), Integer::sum),
              IntStream.range(n, Math.max(n, eager.size()))
                  .mapToObj(i -> eager.get(i - n) + eager.get(i))
                  .toList());
        default ->
          new Both(
              lazy.distinctUntilChanged(i -> i % 2),
              groups().map(group -> group.get(0)).toList());
      };
    }

    private Stream<Integer> stream() {
      return eager.stream();
    }

    private static List<Integer> some(int item, int n) {
      return Collections.nCopies(Math.floorMod(item, n + 1), item + 1);
    }

    private static int sum(List<Integer> items) {
      return items.stream().mapToInt(i -> i).sum();
    }

    private Stream<List<Integer>> runs(int size) {
      return IntStream.iterate(0, i -> i < eager.size(), i -> i + size)
          .mapToObj(i -> eager.subList(i, Math.min(i + size, eager.size())));
    }

    private Stream<List<Integer>> groups() {
      List<List<Integer>> groups = new ArrayList<>();
      for (int i = 0; i < eager.size(); i++) {
        if (i == 0 || eager.get(i) % 2 != eager.get(i - 1) % 2) {
          groups.add(new ArrayList<>());
        }
        groups.get(groups.size() - 1).add(eager.get(i));
      }
      return groups.stream();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRandomPipelineGivesWhatStreamsGive(long seed) {
    Random random = new Random(seed);
    CountingSequence source = CountingSequence.of(random.nextInt(60));
    Both both = new Both(source, source.toList());
    for (int steps = random.nextInt(8); steps > 0; steps--) {
      both = both.step(random);
    }

    assertThat(both.lazy().toList()).isEqualTo(both.eager());
    assertThat(both.lazy().stream().parallel().toList()).isEqualTo(both.eager());
    assertThat(both.lazy().first()).isEqualTo(both.eager().stream().findFirst());
    assertThat(source.closes).isEqualTo(source.iterators);
    assertThat(source.forbidden).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRandomPipelineLeftEarlyHasClosedItsSource(long seed) {
    Random random = new Random(seed);
    CountingSequence source = CountingSequence.of(random.nextInt(60));
    Both both = new Both(source, source.toList());
    for (int steps = random.nextInt(8); steps > 0; steps--) {
      both = both.step(random);
    }
    int taken = random.nextInt(10);

    List<Integer> items = new ArrayList<>();
    try (CloseableIterator<Integer> iterator = both.lazy().iterator()) {
      while (items.size() < taken && iterator.hasNext()) {
        items.add(iterator.next());
      }
    }

    assertThat(items).isEqualTo(both.eager().stream().limit(taken).toList());
    assertThat(source.closes).isEqualTo(source.iterators);
  }
}
