package dev.pageturner.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.sequence.BatchLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch comes with the place after it, at the cost of one checkpoint for each batch. */
class BatchLoopTest {
  /** The numbers from 0, in pages of {@code size}; says how often it was asked for its place. */
  private static final class Numbers implements Retraceable<Integer> {
    private final int size;
    private final int count;
    private int given;
    private int asked;
    private boolean broken;

    Numbers(int size, int count) {
      this.size = size;
      this.count = count;
    }

    @Override
    public boolean hasNext() {
      if (broken && given == count) {
        throw new IllegalStateException("broken");
      }
      return given < count;
    }

    @Override
    public Integer next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return given++;
    }

    // The page of the item given out last, since the next one was not asked for.
    @Override
    public Checkpoint checkpoint() {
      asked++;
      int page = given == 0 ? 0 : (given - 1) / size;
      return new Checkpoint(
          Place.of(Position.pageNumber(page), ""), given - (long) page * size, "r");
    }

    @Override
    public Checkpoint beforeLast() {
      int page = (given - 1) / size;
      return new Checkpoint(
          Place.of(Position.pageNumber(page), ""), given - 1 - (long) page * size, "r");
    }

    @Override
    public Optional<StopReason> stopReason() {
      return Optional.empty();
    }

    @Override
    public Optional<Verdict> verdict() {
      return Optional.empty();
    }

    @Override
    public void close() {
      given = count;
    }
  }

  private static long place(Checkpoint checkpoint, int size) {
    return ((Position.PageNumber) checkpoint.position()).number() * size + checkpoint.consumed();
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aBatchThatIsCutByBytesEndsBeforeTheItemThatDidNotFit(long seed) throws Exception {
    int size = (int) (seed % 7) + 1;
    Numbers numbers = new Numbers(size, 40);
    BatchLimit<Integer> limit = BatchLimit.bytes(10 + seed, (Integer item) -> item % 9);
    List<Integer> all = new ArrayList<>();

    new BatchLoop<Integer>(numbers, limit.maxItems(6), (batch, after) -> {
          all.addAll(batch);
          assertThat(place(after, size)).isEqualTo(all.size());
        })
        .run();

    assertThat(all).hasSize(40);
  }

  @Test
  void aBatchCostsOneCheckpointWhateverItsSize() throws Exception {
    Numbers numbers = new Numbers(100, 10_000);

    new BatchLoop<Integer>(numbers, BatchLimit.items(1000), (batch, after) -> {}).run();

    assertThat(numbers.asked).isEqualTo(10 + 1);
  }

  @Test
  void theItemsBeforeAFailureComeWithThePlaceAfterThem() {
    Numbers numbers = new Numbers(3, 5);
    numbers.broken = true;
    List<Long> places = new ArrayList<>();
    BatchLoop<Integer> loop = new BatchLoop<>(
        numbers, BatchLimit.items(4), (batch, after) -> places.add(place(after, 3)));

    assertThatThrownBy(loop::run).hasMessage("broken");
    assertThat(places).containsExactly(4L, 5L);
  }
}
