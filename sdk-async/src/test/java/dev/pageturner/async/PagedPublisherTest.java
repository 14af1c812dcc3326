package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.page.Page;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagedPublisherTest {
  private static List<Long> upTo(long count) {
    return LongStream.range(0, count).boxed().toList();
  }

  @Test
  void nothingIsFetchedBeforeThereIsDemand() {
    Numbers numbers = new Numbers(10, 3);
    Recorded<Long> recorded = new Recorded<>(0);

    numbers.publisher().executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.signals).containsExactly("subscribe");
    assertThat(numbers.fetched).hasValue(0);
  }

  @Test
  @DisplayName("edge 80: a demand of one fetches one page")
  void demandOfOneFetchesOnePage() {
    Numbers numbers = new Numbers(1000, 3);
    Recorded<Long> recorded = new Recorded<>(1);

    numbers.publisher().executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.items).containsExactly(0L);
    assertThat(numbers.fetched).hasValue(1);
  }

  @Test
  void demandForExactlyOnePageFetchesNoOther() {
    Numbers numbers = new Numbers(1000, 3);
    Recorded<Long> recorded = new Recorded<>(3);

    numbers.publisher().executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.items).containsExactly(0L, 1L, 2L);
    assertThat(numbers.fetched).hasValue(1);
  }

  @Test
  void prefetchReadsSoManyPagesAhead() {
    Numbers numbers = new Numbers(1000, 3);
    Recorded<Long> recorded = new Recorded<>(1);

    numbers.publisher().prefetch(2).executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.items).containsExactly(0L);
    assertThat(numbers.fetched).hasValue(3);
  }

  @Test
  @DisplayName("edge 79: request within onNext, neither recursion nor a second fetch")
  void requestWithinOnNextNeitherRecursesNorFetchesTwice() {
    Numbers numbers = new Numbers(100_000, 100_000);
    AtomicInteger depth = new AtomicInteger();
    AtomicInteger deepest = new AtomicInteger();
    Recorded<Long> recorded = new Recorded<>(1, (self, item) -> {
      deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
      self.subscription.request(1);
      depth.decrementAndGet();
    });

    numbers.publisher().executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.items).isEqualTo(upTo(100_000));
    assertThat(recorded.signals).endsWith("complete");
    assertThat(deepest).hasValue(1);
    assertThat(numbers.fetched).hasValue(1);
  }

  @Test
  @DisplayName("edge 86: 100,000 pages that are there at once, in constant stack")
  void hundredThousandPagesAtOnceTakeConstantStack() {
    Numbers numbers = new Numbers(100_000, 1);
    AtomicInteger count = new AtomicInteger();
    AtomicInteger deepest = new AtomicInteger();

    CompletableFuture<Void> end = numbers.publisher().executor(Runnable::run).forEach(item -> {
      if (count.incrementAndGet() % 10_000 == 0) {
        deepest.accumulateAndGet(Thread.currentThread().getStackTrace().length, Math::max);
      }
    });

    assertThat(end).isCompleted();
    assertThat(count).hasValue(100_000);
    assertThat(deepest.get()).isLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void pagesReadAheadAtOnceTakeConstantStackToo(int prefetch) throws Exception {
    Numbers numbers = new Numbers(20_000, 1);
    AtomicInteger deepest = new AtomicInteger();

    CompletableFuture<Void> end = numbers
        .publisher()
        .prefetch(prefetch)
        .executor(Runnable::run)
        .forEach(item -> {
          if (item % 5_000 == 0) {
            deepest.accumulateAndGet(Thread.currentThread().getStackTrace().length, Math::max);
          }
        });

    end.get(30, TimeUnit.SECONDS);
    assertThat(deepest.get()).isLessThan(200);
  }

  @Test
  @DisplayName("edge 78: demand saturates")
  void twoAndThenAllIsAll() throws Exception {
    Recorded<Long> recorded = new Recorded<>(2);
    new Numbers(10, 3).publisher().executor(Runnable::run).subscribe(recorded);
    assertThat(recorded.items).hasSize(2);

    recorded.subscription.request(Long.MAX_VALUE);
    recorded.subscription.request(Long.MAX_VALUE);

    assertThat(recorded.await().items).isEqualTo(upTo(10));
    assertThat(recorded.signals).filteredOn("complete"::equals).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  @DisplayName("edge 77: a demand below one is an error, and the end")
  void demandBelowOneIsTheEnd(long demand) {
    Recorded<Long> recorded = new Recorded<>(2);
    new Numbers(10, 3).publisher().executor(Runnable::run).subscribe(recorded);

    recorded.subscription.request(demand);
    recorded.subscription.request(5);

    assertThat(recorded.signals).containsExactly("subscribe", "next", "next", "error");
    assertThat(recorded.failure).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("edge 81: cancel ends the fetch under way, and there is no signal any more")
  void cancelEndsTheFetchUnderWay() {
    CompletableFuture<Page<Long>> page = new CompletableFuture<>();
    Recorded<Long> recorded = new Recorded<>(1);
    PagedPublisher.from(position -> page).executor(Runnable::run).subscribe(recorded);
    assertThat(page).isNotDone();

    recorded.subscription.cancel();

    assertThat(page).isCancelled();
    assertThat(recorded.signals).containsExactly("subscribe");
  }

  @Test
  void pageThatComesAfterCancelIsDropped() {
    CompletableFuture<Page<Long>> page = new CompletableFuture<>() {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        return false;
      }
    };
    Recorded<Long> recorded = new Recorded<>(1);
    PagedPublisher.from(position -> page).executor(Runnable::run).subscribe(recorded);
    recorded.subscription.cancel();

    page.complete(Page.last(List.of(1L)));

    assertThat(recorded.signals).containsExactly("subscribe");
  }

  @Test
  @DisplayName("edge 84: each subscription is a traversal of its own")
  void eachSubscriptionIsATraversalOfItsOwn() throws Exception {
    Numbers numbers = new Numbers(10, 3);
    PagedPublisher<Long> list = numbers.publisher();

    assertThat(list.toList().get(30, TimeUnit.SECONDS)).isEqualTo(upTo(10));
    assertThat(list.toList().get(30, TimeUnit.SECONDS)).isEqualTo(upTo(10));
    assertThat(numbers.fetched).hasValue(8);
  }

  @Test
  @DisplayName("edge 85: signals come on the executor that was chosen, on every page")
  void signalsComeOnTheExecutorOnEveryPage() throws Exception {
    ExecutorService fetching = Executors.newSingleThreadExecutor();
    ExecutorService signalling = Executors.newSingleThreadExecutor(r -> new Thread(r, "chosen"));
    try {
      Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
      new Numbers(50, 5, fetching).publisher().executor(signalling).subscribe(recorded);

      recorded.await();

      assertThat(recorded.items).isEqualTo(upTo(50));
      assertThat(recorded.threads).extracting(Thread::getName).containsOnly("chosen");
    } finally {
      fetching.shutdown();
      signalling.shutdown();
    }
  }

  @Test
  @DisplayName("edge 82: the subscription comes first, and one end, also when all fails at once")
  void subscriptionComesFirstAlsoWhenAllFails() {
    PagedPublisher<Long> list = PagedPublisher.from(position -> {
      throw new IllegalStateException("broken");
    });
    Recorded<Long> recorded = new Recorded<>(1);

    list.executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.signals).containsExactly("subscribe", "error");
    assertThat(recorded.failure).hasMessage("broken");
  }

  @Test
  void executorThatTakesNothingFailsTheSubscription() {
    Recorded<Long> recorded = new Recorded<>(1);

    new Numbers(10, 3)
        .publisher()
        .executor(task -> {
          throw new RejectedExecutionException("full");
        })
        .subscribe(recorded);

    assertThat(recorded.signals).containsExactly("subscribe", "error");
    assertThat(recorded.failure).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  @DisplayName("edge 83: what a subscriber throws cancels, and goes to the handler")
  void subscriberThatThrowsIsNotSignalledAgain() throws Exception {
    List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
    Numbers numbers = new Numbers(10, 3);
    Recorded<Long> recorded = new Recorded<>(5, (self, item) -> {
      throw new IllegalStateException("a bug");
    });
    Thread thread =
        new Thread(() -> numbers.publisher().executor(Runnable::run).subscribe(recorded));
    thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));

    thread.start();
    thread.join();

    assertThat(recorded.signals).containsExactly("subscribe", "next");
    assertThat(uncaught).hasSize(1).first().extracting("message").isEqualTo("a bug");
  }

  @Test
  void othersHaveTheirTurnOnABusyExecutor() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      List<String> order = Collections.synchronizedList(new ArrayList<>());
      CompletableFuture<Void> begun = new CompletableFuture<>();
      CompletableFuture<Void> end = new Numbers(100_000, 100_000)
          .publisher()
          .executor(one)
          .forEach(item -> {
            if (item == 0) {
              begun.complete(null);
              one.execute(() -> order.add("other"));
            } else if (item == 99_999) {
              order.add("last item");
            }
          });

      begun.get(30, TimeUnit.SECONDS);
      end.get(30, TimeUnit.SECONDS);

      assertThat(order).containsExactly("other", "last item");
    } finally {
      one.shutdown();
    }
  }

  @Test
  void limitsEndTheTraversalAsTheySay() throws Exception {
    PagedPublisher<Long> list = new Numbers(10, 3).publisher();

    assertThat(list.maxItems(4).toList().get(30, TimeUnit.SECONDS)).isEqualTo(upTo(4));
    assertThat(list.maxPages(2).toList().get(30, TimeUnit.SECONDS)).isEqualTo(upTo(6));
    assertThat(list.maxItems(0).toList().get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(list.pages().map(page -> page.items().size()).toList().get(30, TimeUnit.SECONDS))
        .containsExactly(3, 3, 3, 1);
  }

  @Test
  void endsWithTheLastItemThatALimitAllows() {
    Numbers numbers = new Numbers(10, 3);
    Recorded<Long> recorded = new Recorded<>(3);

    numbers.publisher().maxItems(3).executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.signals).containsExactly("subscribe", "next", "next", "next", "complete");
    assertThat(((PagedSubscription) recorded.subscription).stopReason())
        .contains(StopReason.MAX_ITEMS);
    assertThat(numbers.fetched).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100})
  void checkpointAtAnyItemGoesOnWithTheNext(int pageSize) throws Exception {
    PagedPublisher<Long> list = new Numbers(10, pageSize).publisher().executor(Runnable::run);
    List<Checkpoint> seen = new ArrayList<>();
    list.subscribe(new Recorded<>(
        Long.MAX_VALUE,
        (self, item) -> seen.add(((PagedSubscription) self.subscription).checkpoint())));

    List<Checkpointed<Long>> marked = list.withCheckpoints().toList().get();

    assertThat(marked).extracting(Checkpointed::checkpoint).isEqualTo(seen);
    for (int i = 0; i < 10; i++) {
      Checkpoint stored = Checkpoint.parse(seen.get(i).toString());
      assertThat(list.startFrom(stored).toList().get()).isEqualTo(upTo(10).subList(i + 1, 10));
    }
  }

  @Test
  void checkpointOfAnotherListIsAnError() {
    Checkpoint other = new Checkpoint(Place.of(Position.offset(3), ""), 0, "something else");
    Recorded<Long> recorded = new Recorded<>(1);

    new Numbers(10, 3).publisher().startFrom(other).executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.signals).containsExactly("subscribe", "error");
    assertThat(recorded.failure).isInstanceOf(PageturnerException.BadCheckpoint.class);
  }

  @Test
  void loopIsFoundAndTheErrorCarriesACheckpoint() {
    PagedPublisher<Long> list = PagedPublisher.from(position ->
        CompletableFuture.completedFuture(Page.of(List.of(1L), Position.cursor("same"))));
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);

    list.executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.items).hasSize(2);
    assertThat(recorded.failure).isInstanceOfSatisfying(PageturnerException.class, e -> {
      assertThat(e.kind()).isEqualTo(PageturnerException.Kind.LOOP);
      assertThat(e.checkpoint()).isPresent();
    });
  }

  @Test
  void pageThatFailsComesAfterTheItemsBefore() {
    PagedPublisher<Long> list = PagedPublisher.from(position -> position instanceof Position.Start
        ? CompletableFuture.completedFuture(Page.of(List.of(1L, 2L), Position.offset(2)))
        : CompletableFuture.failedFuture(new IllegalStateException("gone")));
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);

    list.prefetch(1).executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.items).containsExactly(1L, 2L);
    assertThat(recorded.signals).endsWith("next", "error");
    assertThat(recorded.failure).hasMessage("gone");
  }

  @Test
  void collectsLikeAStream() throws Exception {
    assertThat(new Numbers(10, 3)
            .publisher()
            .collect(Collectors.summingLong(Long::longValue))
            .get(30, TimeUnit.SECONDS))
        .isEqualTo(45);
  }
}
