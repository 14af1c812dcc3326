package dev.pageturner.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.batch.BatchOutcome.Accepted;
import dev.pageturner.batch.BatchOutcome.Refused;
import dev.pageturner.batch.BatchOutcome.Unknown;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.LazyIterable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches are sent one after the other, whatever becomes of each. */
class BatchSenderTest {
  private final List<List<Integer>> sent = new ArrayList<>();
  private final LazyIterable<Integer> items = LazyIterable.of(1, 2, 3, 4, 5, 6, 7);

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  private BatchSender<Integer> failingAt(int item, Exception failure) {
    return batch -> {
      sent.add(batch);
      if (batch.contains(item)) {
        throw failure;
      }
    };
  }

  @Test
  void aFailedBatchDoesNotLoseTheOthers() {
    PageturnerException refusal =
        new PageturnerException.Status(Kind.HTTP_STATUS, "status 422", 422, "", null, null);

    List<BatchOutcome<Integer>> outcomes =
        failingAt(3, refusal).outcomes(items, BatchLimit.items(2)).toList();

    assertThat(outcomes)
        .containsExactly(
            new Accepted<>(List.of(1, 2)),
            new Refused<>(List.of(3, 4), refusal),
            new Accepted<>(List.of(5, 6)),
            new Accepted<>(List.of(7)));
  }

  @Test
  void aLostResponseIsUnknown() {
    List<BatchOutcome<Integer>> outcomes =
        failingAt(3, new IOException("reset")).outcomes(items.batched(4)).toList();

    assertThat(outcomes.get(0)).isInstanceOf(Unknown.class);
    assertThat(((Unknown<Integer>) outcomes.get(0)).cause())
        .isInstanceOf(PageturnerException.Transport.class)
        .hasRootCauseMessage("reset");
    assertThat(outcomes.get(1)).isInstanceOf(Accepted.class);
  }

  @Test
  void aBatchIsSentWhenItsOutcomeIsTaken() {
    Iterator<BatchOutcome<Integer>> outcomes =
        failingAt(0, new IOException()).outcomes(items.batched(2)).iterator();
    assertThat(outcomes.hasNext()).isTrue();
    assertThat(sent).isEmpty();

    outcomes.next();

    assertThat(sent).containsExactly(List.of(1, 2));
  }

  @Test
  void nothingIsSentTwice() {
    LazyIterable<BatchOutcome<Integer>> outcomes =
        failingAt(0, new IOException()).outcomes(items.batched(4));
    outcomes.toList();

    assertThatThrownBy(outcomes::toList).isInstanceOf(IllegalStateException.class);
    assertThat(sent).hasSize(2);
  }

  @Test
  void aFailureToReadTheItemsComesBehindTheBatchesBeforeIt() {
    LazyIterable<Integer> failing = items.map(item -> 12 / (item - 4));

    Iterator<BatchOutcome<Integer>> outcomes =
        failingAt(0, new IOException()).outcomes(failing, BatchLimit.items(2)).iterator();

    assertThat(outcomes.next().items()).containsExactly(-4, -6);
    assertThat(outcomes.next().items()).containsExactly(-12);
    assertThatThrownBy(outcomes::next).isInstanceOf(ArithmeticException.class);
    assertThat(outcomes.next().items()).containsExactly(12, 6);
  }

  @Test
  void anInterruptSendsNoFurtherBatchAndLosesNone() {
    Iterator<BatchOutcome<Integer>> outcomes =
        failingAt(1, new InterruptedException()).outcomes(items.batched(4)).iterator();

    assertThat(((Unknown<Integer>) outcomes.next()).cause())
        .isInstanceOf(PageturnerException.Cancelled.class);

    assertThatThrownBy(outcomes::hasNext).isInstanceOf(PageturnerException.Cancelled.class);
    assertThatThrownBy(outcomes::next).isInstanceOf(PageturnerException.Cancelled.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcomes.next().items()).containsExactly(5, 6, 7);
  }

  @Test
  void anErrorOfTheVirtualMachineIsNoOutcome() {
    BatchSender<Integer> sender = batch -> {
      throw new StackOverflowError();
    };

    assertThatThrownBy(() -> sender.outcomes(items.batched(2)).first())
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void anOutcomeKeepsItsItemsAsTheyWere() {
    List<Integer> batch = new ArrayList<>(List.of(1, 2));
    BatchOutcome<Integer> outcome = new Accepted<>(batch);

    batch.clear();

    assertThat(outcome.items()).containsExactly(1, 2);
    assertThatThrownBy(() -> outcome.items().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
