package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.Page;
import dev.pageturner.position.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What operators hold when something fails is given out before the error. */
class HeldElementsTest {
  private final CompletableFuture<Page<Long>> second = new CompletableFuture<>();
  private final List<CompletableFuture<Long>> stages = new ArrayList<>();

  /** A page of three, and one that a test lets come or fail. */
  private LazyPublisher<Long> list() {
    return PagedPublisher.<Long>from(position -> position instanceof Position.Start
            ? CompletableFuture.completedFuture(Page.of(List.of(0L, 1L, 2L), Position.cursor("2")))
            : second)
        .executor(Runnable::run);
  }

  private CompletableFuture<Long> stage(Long element) {
    CompletableFuture<Long> stage = new CompletableFuture<>();
    stages.add(stage);
    return stage;
  }

  private static PageturnerException gone() {
    return new PageturnerException.Callback("gone", new IllegalStateException());
  }

  @Test
  void anUnfinishedBatchComesBeforeTheError() {
    Recorded<List<Long>> recorded = new Recorded<>(Long.MAX_VALUE);
    list().batched(10).subscribe(recorded);

    second.completeExceptionally(gone());

    assertThat(recorded.items).containsExactly(List.of(0L, 1L, 2L));
    assertThat(recorded.signals).containsExactly("subscribe", "next", "error");
    assertThat(
            ((PageturnerException) recorded.failure).checkpoint().orElseThrow().position())
        .isEqualTo(Position.cursor("2"));
  }

  @Test
  void anUnfinishedBatchComesBeforeAnErrorThatIsNoException() {
    Recorded<List<Long>> recorded = new Recorded<>(Long.MAX_VALUE);
    list()
        .map(i -> {
          if (i == 2) {
            throw new AssertionError("two");
          }
          return i;
        })
        .batched(10, Duration.ofDays(1))
        .subscribe(recorded);

    assertThat(recorded.items).containsExactly(List.of(0L, 1L));
    assertThat(recorded.failure).isInstanceOf(AssertionError.class);
  }

  @Test
  void theErrorBehindABatchComesWithTheNextDemand() {
    Recorded<List<Long>> recorded = new Recorded<>(1);
    list().batched(10).subscribe(recorded);
    second.completeExceptionally(gone());
    assertThat(recorded.signals).containsExactly("subscribe", "next");

    recorded.subscription.request(1);

    assertThat(recorded.signals).containsExactly("subscribe", "next", "error");
  }

  @Test
  void stagesUnderWayAreWaitedForBeforeTheErrorOfTheSource() {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
    list().mapConcurrentUnordered(4, this::stage).subscribe(recorded);
    second.completeExceptionally(gone());
    assertThat(recorded.signals).containsExactly("subscribe");

    for (int i = 2; i >= 0; i--) {
      assertThat(recorded.failure).isNull();
      stages.get(i).complete((long) i);
    }

    assertThat(recorded.items).containsExactly(2L, 1L, 0L);
    assertThat(recorded.failure).hasMessageContaining("gone");
    assertThat(stages).hasSize(3);
  }

  @Test
  void aStageThatFailsAfterTheSourceIsTheError() {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
    list().mapConcurrentUnordered(4, this::stage).subscribe(recorded);
    second.completeExceptionally(gone());

    stages.get(1).complete(1L);
    stages.get(0).completeExceptionally(new IllegalStateException("zero"));

    assertThat(recorded.items).containsExactly(1L);
    assertThat(recorded.failure).hasMessage("zero");
    assertThat(stages.get(2)).isCancelled();
  }

  @Test
  void stagesThatWereCompleteComeBeforeTheErrorOfAnother() {
    Recorded<Long> recorded = new Recorded<>(1);
    list().mapConcurrentUnordered(3, this::stage).subscribe(recorded);
    stages.get(2).complete(2L);
    assertThat(recorded.items).containsExactly(2L);
    stages.get(0).completeExceptionally(new IllegalStateException("zero"));
    stages.get(1).complete(1L);

    recorded.subscription.request(10);

    assertThat(recorded.items).containsExactly(2L, 1L);
    assertThat(recorded.failure).hasMessage("zero");
  }

  @Test
  void stagesInOrderAreWaitedForBeforeTheErrorOfTheSource() {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
    list().mapConcurrent(4, this::stage).subscribe(recorded);
    second.completeExceptionally(gone());

    for (int i = 2; i >= 0; i--) {
      assertThat(recorded.signals).containsExactly("subscribe");
      stages.get(i).complete((long) i);
    }

    assertThat(recorded.items).containsExactly(0L, 1L, 2L);
    assertThat(recorded.failure).hasMessageContaining("gone");
  }

  @Test
  void aStageInOrderThatFailsWaitsForThoseBeforeItAndIsTheLastThatWasBegun() {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
    list().mapConcurrent(3, this::stage).subscribe(recorded);

    stages.get(1).completeExceptionally(new IllegalStateException("one"));
    second.complete(Page.last(List.of(3L)));
    assertThat(recorded.signals).containsExactly("subscribe");
    stages.get(0).complete(0L);

    assertThat(recorded.items).containsExactly(0L);
    assertThat(recorded.failure).hasMessage("one");
    assertThat(stages).hasSize(3);
    assertThat(stages.get(2)).isCancelled();
  }

  @Test
  void aFunctionThatThrowsWaitsForTheStagesBefore() {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
    list()
        .mapConcurrent(3, i -> {
          if (i == 1) {
            throw new AssertionError("one");
          }
          return stage(i);
        })
        .subscribe(recorded);
    assertThat(recorded.signals).containsExactly("subscribe");

    stages.get(0).complete(0L);

    assertThat(recorded.items).containsExactly(0L);
    assertThat(recorded.failure).isInstanceOf(AssertionError.class);
    assertThat(stages).hasSize(1);
  }

  @Test
  void publishersUnderWayAreReadToTheirEndBeforeTheErrorOfTheSource() {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
    list()
        .flatMap(
            4,
            i -> LazyPublisher.of(i)
                .mapConcurrentUnordered(1, this::stage)
                .concat(LazyPublisher.of(i)))
        .subscribe(recorded);
    second.completeExceptionally(gone());

    stages.forEach(stage -> stage.complete(9L));

    assertThat(recorded.items).containsExactlyInAnyOrder(9L, 9L, 9L, 0L, 1L, 2L);
    assertThat(recorded.failure).hasMessageContaining("gone");
  }

  @Test
  void workUnderWayIsWaitedForBeforeTheErrorOfTheSource() {
    CompletableFuture<Void> end = list().forEachAsync(4, this::stage);
    second.completeExceptionally(gone());

    for (CompletableFuture<Long> stage : stages) {
      assertThat(end).isNotDone();
      stage.complete(1L);
    }

    assertThatThrownBy(end::join).cause().hasMessageContaining("gone");
    assertThat(stages).hasSize(3);
  }

  @Test
  void workThatFailsAfterTheSourceIsTheError() {
    CompletableFuture<Void> end = list().forEachAsync(4, this::stage);
    PageturnerException gone = gone();
    second.completeExceptionally(gone);

    stages.get(1).completeExceptionally(new IllegalStateException("one"));

    assertThatThrownBy(end::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .hasMessage("one")
        .hasSuppressedException(gone);
  }

  @Test
  void elementsAheadOfAThreadComeBeforeTheError() {
    Iterator<Long> elements = list().toIterable(10).iterator();
    assertThat(elements.next()).isZero();
    second.completeExceptionally(gone());

    assertThat(elements.next()).isEqualTo(1);
    assertThat(elements.next()).isEqualTo(2);
    assertThatThrownBy(elements::hasNext).hasMessageContaining("gone");
    assertThatThrownBy(elements::hasNext).hasMessageContaining("gone");
  }
}
