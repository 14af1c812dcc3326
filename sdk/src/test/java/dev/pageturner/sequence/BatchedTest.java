package dev.pageturner.sequence;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches by count, by bytes, by age. */
class BatchedTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "{0} items by {1}: {2}")
  @CsvSource(textBlock = """
          # items, size,       batches
          0,       3,          ''
          1,       3,          1
          3,       3,          3
          4,       3,          3 1
          5,       1,          1 1 1 1 1
          5,       2147483647, 5
          """)
  void batchesByCount(int items, int size, String batches) {
    List<String> sizes =
        CountingSequence.of(items).batched(size).map(batch -> "" + batch.size()).toList();

    assertThat(String.join(" ", sizes)).isEqualTo(batches);
  }

  @ParameterizedTest(name = "{0} within {1} bytes, {2} items: {3}")
  @CsvSource(textBlock = """
          # sizes,     bytes,               items, batches
          1 2 3 4,     6,                   9,     1 2 3|4
          1 2 3 4,     7,                   9,     1 2 3|4
          9,           5,                   9,     9
          1 9 1,       5,                   9,     1|9|1
          9 9 1,       5,                   9,     9|9|1
          5 5 5,       5,                   9,     5|5|5
          1 1 1 1,     5,                   2,     1 1|1 1
          0 0 0,       1,                   9,     0 0 0
          0 0 0,       1,                   2,     0 0|0
          0 5 0 5,     5,                   9,     0 5|0 5
          2147483647 1 2147483647, 9223372036854775807, 9, 2147483647 1 2147483647
          """)
  void batchesByBytes(String sizes, long maxBytes, int maxItems, String batches) {
    LazyIterable<String> items = LazyIterable.of(sizes.split(" "));

    List<String> result = items
        .batched(BatchLimit.items(maxItems).maxBytes(maxBytes, Long::parseLong))
        .map(batch -> String.join(" ", batch))
        .toList();

    assertThat(String.join("|", result)).isEqualTo(batches);
  }

  @Test
  void hugeSizesDoNotOverflow() {
    assertThat(LazyIterable.of(Long.MAX_VALUE - 1, Long.MAX_VALUE, 1L, Long.MAX_VALUE - 1)
            .batched(BatchLimit.bytes(Long.MAX_VALUE, (Long size) -> size))
            .map(List::size)
            .toList())
        .containsExactly(1, 1, 2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyLimitKeepsAllItemsInOrderWithinItsBounds(long seed) {
    Random random = new Random(seed);
    List<Integer> sizes = random.ints(random.nextInt(80), 0, 20).boxed().toList();
    int maxItems = 1 + random.nextInt(9);
    int maxBytes = 1 + random.nextInt(30);
    List<List<Integer>> batches = LazyIterable.<Integer>from(sizes)
        .batched(BatchLimit.bytes(maxBytes, (Integer size) -> size).maxItems(maxItems))
        .toList();

    assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(sizes);
    for (int i = 0; i < batches.size(); i++) {
      List<Integer> batch = batches.get(i);
      int bytes = batch.stream().mapToInt(size -> size).sum();
      assertThat(batch).hasSizeBetween(1, maxItems);
      assertThat(batch.size() == 1 || bytes <= maxBytes).isTrue();
      boolean roomForMore = i + 1 < batches.size()
          && batch.size() < maxItems
          && bytes < maxBytes
          && bytes + batches.get(i + 1).get(0) <= maxBytes;
      assertThat(roomForMore).as("batch %s is not full", i).isFalse();
    }
  }

  @ParameterizedTest(name = "an item after {0} s: {1}")
  @CsvSource(textBlock = """
          # seconds between items, batch sizes of 7 items, for a bound of 10 s
          1,  7
          4,  4 3
          5,  3 3 1
          9,  3 3 1
          10, 2 2 2 1
          99, 2 2 2 1
          """)
  void anItemThatComesLateIsTheLastOfItsBatch(long seconds, String sizes) {
    long[] now = {Long.MAX_VALUE}; // From where System.nanoTime() counts is anywhere.
    LazyIterable<Integer> items =
        CountingSequence.of(7).peek(item -> now[0] += SECONDS.toNanos(seconds));

    List<String> result = items
        .batched(BatchLimit.age(Duration.ofSeconds(10)).nanoClock(() -> now[0]))
        .map(batch -> "" + batch.size())
        .toList();

    assertThat(String.join(" ", result)).isEqualTo(sizes);
  }

  @Test
  void aSlowConsumerDoesNotMakeBatchesSmaller() {
    long[] now = {Long.MAX_VALUE}; // From where System.nanoTime() counts is anywhere.
    Iterator<List<Integer>> batches = CountingSequence.of(9)
        .batched(BatchLimit.bytes(3, (Integer i) -> 1)
            .maxAge(Duration.ofSeconds(10))
            .nanoClock(() -> now[0]))
        .iterator();

    while (batches.hasNext()) {
      assertThat(batches.next()).hasSize(3);
      now[0] += SECONDS.toNanos(60);
    }
  }

  @Test
  void anAgeOfCenturiesIsABoundThatIsNeverReached() {
    Duration forever = ChronoUnit.FOREVER.getDuration();

    assertThat(CountingSequence.of(9).batched(BatchLimit.age(forever)).toList()).hasSize(1);
  }

  @Test
  void theFirstBoundThatIsReachedCounts() {
    long[] now = {Long.MAX_VALUE}; // From where System.nanoTime() counts is anywhere.
    List<List<Integer>> batches = CountingSequence.of(12)
        .peek(item -> now[0] += SECONDS.toNanos(item == 9 ? 60 : 1))
        .batched(BatchLimit.bytes(12, (Integer i) -> i)
            .maxItems(4)
            .maxAge(Duration.ofSeconds(30))
            .nanoClock(() -> now[0]))
        .toList();

    assertThat(batches)
        .containsExactly(
            List.of(0, 1, 2, 3),
            List.of(4, 5),
            List.of(6),
            List.of(7),
            List.of(8),
            List.of(9),
            List.of(10),
            List.of(11));
  }

  @Test
  void itemsBeforeAFailureComeAsABatchFirst() {
    Iterator<List<Integer>> batches =
        CountingSequence.of(9).failingOnceBefore(5).batched(3).iterator();

    assertThat(batches.next()).containsExactly(0, 1, 2);
    assertThat(batches.next()).containsExactly(3, 4);
    assertThatThrownBy(batches::hasNext).isInstanceOf(CountingSequence.PageFailed.class);
    assertThat(batches.next()).containsExactly(5, 6, 7);
    assertThat(batches.next()).containsExactly(8);
    assertThat(batches.hasNext()).isFalse();
  }

  @Test
  void aFailureBetweenTwoBatchesComesAtOnce() {
    Iterator<List<Integer>> batches =
        CountingSequence.of(9).failingOnceBefore(3).batched(3).iterator();

    batches.next();

    assertThatThrownBy(batches::next).isInstanceOf(CountingSequence.PageFailed.class);
    assertThat(batches.next()).containsExactly(3, 4, 5);
  }

  @Test
  void noItemIsLostWhereverTheSourceFails() {
    for (int before = 0; before < 20; before++) {
      Iterator<List<Integer>> batches = CountingSequence.of(20)
          .failingOnceBefore(before)
          .batched(BatchLimit.bytes(30, (Integer i) -> i))
          .iterator();
      List<Integer> items = new ArrayList<>();
      for (boolean more = true; more; ) {
        try {
          more = batches.hasNext();
          if (more) {
            items.addAll(batches.next());
          }
        } catch (CountingSequence.PageFailed e) {
          assertThat(items).hasSize(before);
        }
      }
      assertThat(items).isEqualTo(CountingSequence.numbers(20));
    }
  }

  @Test
  void batchesAreUnmodifiableAndStayAsTheyAre() {
    Iterator<List<Integer>> batches = CountingSequence.of(6).batched(3).iterator();
    List<Integer> first = batches.next();
    batches.next();

    assertThat(first).containsExactly(0, 1, 2);
    assertThatThrownBy(() -> first.add(1)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theSizeOfAnItemIsAskedOnce() {
    int[] asked = new int[20];
    CountingSequence.of(20)
        .batched(BatchLimit.bytes(30, (Integer i) -> i + 0 * asked[i]++))
        .forEach(batch -> {});

    assertThat(IntStream.of(asked)).containsOnly(1);
  }

  @Test
  void aNegativeSizeIsAnError() {
    Iterator<List<Integer>> batches =
        CountingSequence.of(1).batched(BatchLimit.bytes(9, (Integer i) -> -1)).iterator();

    assertThatThrownBy(batches::hasNext).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBoundThatAllowsNothingIsRefused() {
    assertThatThrownBy(() -> BatchLimit.items(0)).hasMessageContaining("maxItems < 1: 0");
    assertThatThrownBy(() -> BatchLimit.bytes(0, i -> 1)).hasMessageContaining("maxBytes < 1: 0");
    assertThatThrownBy(() -> BatchLimit.age(Duration.ZERO)).hasMessageContaining("maxAge <= 0");
    assertThatThrownBy(() -> BatchLimit.age(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLimitSaysItsBounds() {
    assertThat(BatchLimit.items(5)).hasToString("at most 5 items");
    assertThat(BatchLimit.age(Duration.ofSeconds(3)).maxItems(7).maxBytes(9, i -> 1))
        .hasToString("at most 7 items, 9 bytes, PT3S");
  }

  @Test
  void batchesByAgeAloneAreBounded() {
    assertThat(CountingSequence.of(250_000)
            .batched(BatchLimit.age(Duration.ofDays(9)))
            .map(List::size)
            .toList())
        .containsExactly(100_000, 100_000, 50_000);
  }
}
