package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.page.Page;
import dev.pageturner.sequence.CloseableIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LazyPublisherTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  private static List<Long> upTo(long count) {
    return LongStream.range(0, count).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void doesWhatTheSequenceDoes(long seed) throws Exception {
    Random random = new Random(seed);
    int count = random.nextInt(60);
    int pageSize = 1 + random.nextInt(20);
    int every = 1 + random.nextInt(4);
    int limit = random.nextInt(40);
    int size = 1 + random.nextInt(7);
    int prefetch = random.nextInt(3);
    List<List<Long>> expected = dev.pageturner.sequence.LazyIterable.from(upTo(count))
        .filter(item -> item % every == 0)
        .flatMap(item -> List.of(item, item + 1))
        .limit(limit)
        .takeWhile(item -> item < 50)
        .map(item -> item * 2)
        .batched(size)
        .toList();

    PagedPublisher<Long> list = new Numbers(count, pageSize).publisher().prefetch(prefetch);
    List<List<Long>> actual = get((seed % 2 == 0 ? list : list.executor(Runnable::run))
        .filter(item -> item % every == 0)
        .flatMap(item -> LazyPublisher.of(item, item + 1))
        .limit(limit)
        .takeWhile(item -> item < 50)
        .map(item -> item * 2)
        .batched(size)
        .toList());

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void limitAsksForNoMorePagesThanItNeeds() throws Exception {
    Numbers numbers = new Numbers(1000, 10);

    assertThat(get(numbers.publisher().limit(30).toList())).isEqualTo(upTo(30));

    assertThat(numbers.fetched).hasValue(3);
  }

  @Test
  void limitOfNoneFetchesNothingAndCompletes() {
    Numbers numbers = new Numbers(1000, 10);
    Recorded<Long> recorded = new Recorded<>(0);

    numbers.publisher().limit(0).executor(Runnable::run).subscribe(recorded);

    assertThat(recorded.signals).containsExactly("subscribe", "complete");
    assertThat(numbers.fetched).hasValue(0);
  }

  @Test
  void limitCancelsItsSource() {
    CompletableFuture<Page<Long>> never = new CompletableFuture<>();
    PagedPublisher<Long> list = PagedPublisher.from(position -> never);
    Recorded<Long> recorded = new Recorded<>(1);

    LazyPublisher.merge(list, LazyPublisher.of(1L))
        .limit(1)
        .executor(Runnable::run)
        .subscribe(recorded);

    assertThat(recorded.items).containsExactly(1L);
    assertThat(recorded.signals).endsWith("complete");
    assertThat(never).isCancelled();
  }

  @Test
  void filterThatRefusesAllCanBeCancelled() {
    AtomicInteger seen = new AtomicInteger();
    Recorded<Long> recorded = new Recorded<>(1);
    LazyPublisher.from(() -> LongStream.iterate(0, i -> i + 1).boxed().iterator())
        .filter(item -> {
          if (seen.incrementAndGet() == 100_000) {
            recorded.subscription.cancel();
          }
          return false;
        })
        .executor(Runnable::run)
        .subscribe(recorded);

    assertThat(seen.get()).isLessThan(101_000);
    assertThat(recorded.signals).containsExactly("subscribe");
  }

  @Test
  void functionThatFailsIsTheError() throws Exception {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);

    new Numbers(10, 3)
        .publisher()
        .<Long>map(item -> {
          if (item == 4) {
            throw new IllegalStateException("four");
          }
          return item;
        })
        .subscribe(recorded);

    assertThat(recorded.await().items).isEqualTo(upTo(4));
    assertThat(recorded.failure).isInstanceOf(IllegalStateException.class).hasMessage("four");
  }

  @Test
  void nullOfAFunctionIsAnError() throws Exception {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);

    new Numbers(10, 3).publisher().<Long>map(item -> null).subscribe(recorded);

    assertThat(recorded.await().signals).containsExactly("subscribe", "error");
    assertThat(recorded.failure).isInstanceOf(NullPointerException.class);
  }

  @Test
  void nullOfAnIterableIsAnErrorWithItsIndex() throws Exception {
    Recorded<String> recorded = new Recorded<>(Long.MAX_VALUE);

    LazyPublisher.from(java.util.Arrays.asList("a", null)).subscribe(recorded);

    assertThat(recorded.await().items).containsExactly("a");
    assertThat(recorded.failure).hasMessageContaining("element 1 ");
  }

  @Test
  void batchIsHandedOnWhenItsFirstElementHasWaited() throws Exception {
    CompletableFuture<Page<Long>> second = new CompletableFuture<>();
    PagedPublisher<Long> list =
        PagedPublisher.from(position -> position instanceof dev.pageturner.position.Position.Start
            ? CompletableFuture.completedFuture(
                Page.of(List.of(1L, 2L), dev.pageturner.position.Position.offset(2)))
            : second);
    CountDownLatch batch = new CountDownLatch(1);
    Recorded<List<Long>> recorded =
        new Recorded<>(Long.MAX_VALUE, (self, item) -> batch.countDown());

    list.batched(100, Duration.ofMillis(10)).subscribe(recorded);

    assertThat(batch.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(recorded.items).containsExactly(List.of(1L, 2L));
    second.complete(Page.last(List.of(3L)));
    assertThat(recorded.await().items).containsExactly(List.of(1L, 2L), List.of(3L));
  }

  @Test
  void flatMapHasSoManyPublishersOpenAtATime() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    List<Long> all = get(new Numbers(50, 7)
        .publisher()
        .flatMap(4, item -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          return LazyPublisher.from(List.of(item))
              .mapConcurrentUnordered(
                  1,
                  one -> CompletableFuture.supplyAsync(() -> {
                    open.decrementAndGet();
                    return one;
                  }));
        })
        .toList());

    assertThat(all).containsExactlyInAnyOrderElementsOf(upTo(50));
    assertThat(most.get()).isBetween(1, 4);
  }

  @Test
  void mapConcurrentUnorderedHasSoManyStagesUnderWay() {
    List<CompletableFuture<Long>> stages = new ArrayList<>();
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);

    new Numbers(10, 3)
        .publisher()
        .executor(Runnable::run)
        .mapConcurrentUnordered(4, item -> {
          CompletableFuture<Long> stage = new CompletableFuture<>();
          stages.add(stage);
          return stage;
        })
        .subscribe(recorded);

    for (int i = 0; i < 10; i++) {
      assertThat(stages).hasSize(Math.min(10, i + 4));
      stages.get(i).complete((long) i);
    }
    assertThat(recorded.items).isEqualTo(upTo(10));
    assertThat(recorded.signals).endsWith("complete");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mapConcurrentKeepsTheOrderHoweverStagesEnd(long seed) {
    Random random = new Random(seed);
    int concurrency = 1 + random.nextInt(5);
    List<CompletableFuture<Long>> stages = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    Recorded<Long> recorded = new Recorded<>(seed % 2 == 0 ? Long.MAX_VALUE : 1);
    new Numbers(20, 3)
        .publisher()
        .executor(Runnable::run)
        .mapConcurrent(concurrency, item -> {
          open.add(stages.size());
          stages.add(new CompletableFuture<>());
          return stages.get(stages.size() - 1);
        })
        .subscribe(recorded);

    while (!open.isEmpty()) {
      assertThat(stages.size()).isLessThanOrEqualTo(Collections.min(open) + concurrency);
      int one = open.remove(random.nextInt(open.size()));
      stages.get(one).complete(one % 4 == 3 ? null : (long) one);
      recorded.subscription.request(1);
    }

    assertThat(recorded.items)
        .isEqualTo(upTo(20).stream().filter(item -> item % 4 != 3).toList());
    assertThat(recorded.signals).endsWith("complete");
  }

  @Test
  void flatMapAsksSoManyPublishersAtATime() {
    List<CompletableFuture<Page<Long>>> pages = new ArrayList<>();
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);

    new Numbers(10, 3)
        .publisher()
        .executor(Runnable::run)
        .flatMap(
            4,
            item -> PagedPublisher.<Long>from(position -> {
              CompletableFuture<Page<Long>> page = new CompletableFuture<>();
              pages.add(page);
              return page;
            }))
        .subscribe(recorded);

    for (int i = 0; i < 10; i++) {
      assertThat(pages).hasSize(Math.min(10, i + 4));
      pages.get(i).complete(Page.last(List.of((long) i)));
    }
    assertThat(recorded.items).isEqualTo(upTo(10));
    assertThat(recorded.signals).endsWith("complete");
  }

  @Test
  void stageThatFailsFailsWithItsOwnError() throws Exception {
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);

    new Numbers(3, 3)
        .publisher()
        .mapConcurrentUnordered(
            2,
            item -> CompletableFuture.<Long>supplyAsync(() -> {
              throw new IllegalStateException("no");
            }))
        .subscribe(recorded);

    recorded.await();
    assertThat(recorded.failure).isInstanceOf(IllegalStateException.class).hasMessage("no");
  }

  @Test
  void forEachAsyncWorksOnSoManyAtATime() throws Exception {
    List<CompletableFuture<Void>> work = Collections.synchronizedList(new ArrayList<>());
    Numbers numbers = new Numbers(100, 3);

    CompletableFuture<Void> end = numbers
        .publisher()
        .executor(Runnable::run)
        .forEachAsync(4, item -> {
          CompletableFuture<Void> one = new CompletableFuture<>();
          work.add(one);
          return one;
        });

    assertThat(work).hasSize(4);
    assertThat(numbers.fetched).hasValue(2);
    work.get(2).complete(null);
    assertThat(work).hasSize(5);
    for (int i = 0; i < 100; i++) {
      assertThat(end).isNotDone();
      work.get(i).complete(null);
    }
    assertThat(work).hasSize(100);
    assertThat(end).isCompleted();
  }

  @Test
  void forEachAsyncOverAHundredThousandDoneStagesTakesConstantStack() throws Exception {
    AtomicInteger count = new AtomicInteger();

    get(new Numbers(100_000, 1000).publisher().executor(Runnable::run).forEachAsync(3, item -> {
      count.incrementAndGet();
      return CompletableFuture.completedFuture(item);
    }));

    assertThat(count).hasValue(100_000);
  }

  @Test
  void workThatFailsIsTheLast() {
    List<Long> begun = new ArrayList<>();

    CompletableFuture<Void> end = new Numbers(100, 3)
        .publisher()
        .executor(Runnable::run)
        .forEachAsync(1, item -> {
          begun.add(item);
          return item == 2
              ? CompletableFuture.failedFuture(new IllegalStateException("two"))
              : CompletableFuture.completedFuture(item);
        });

    assertThat(begun).containsExactly(0L, 1L, 2L);
    assertThatThrownBy(end::join).hasRootCauseMessage("two");
  }

  @Test
  void toCancelAFutureCancelsTheFetch() {
    CompletableFuture<Page<Long>> page = new CompletableFuture<>();
    PagedPublisher<Long> list = PagedPublisher.from(position -> page);

    list.executor(Runnable::run).toList().cancel(true);

    assertThat(page).isCancelled();
  }

  @Test
  void blockingIteratorGivesAllInOrder() {
    assertThat(new Numbers(1000, 7).publisher().toIterable(5))
        .containsExactlyElementsOf(upTo(1000));
  }

  @Test
  void blockingIteratorHoldsNoMoreThanItWasAllowed() {
    Numbers numbers = new Numbers(1000, 1);
    try (CloseableIterator<Long> items =
        numbers.publisher().executor(Runnable::run).toIterable(5).iterator()) {
      assertThat(numbers.fetched).hasValue(0);
      assertThat(items.next()).isEqualTo(0);
      assertThat(numbers.fetched).hasValue(6);
    }
  }

  @Test
  void closingABlockingIteratorCancels() {
    CompletableFuture<Page<Long>> second = new CompletableFuture<>();
    PagedPublisher<Long> list =
        PagedPublisher.from(position -> position instanceof dev.pageturner.position.Position.Start
            ? CompletableFuture.completedFuture(
                Page.of(List.of(1L), dev.pageturner.position.Position.offset(1)))
            : second);
    CloseableIterator<Long> items = list.executor(Runnable::run).toIterable(5).iterator();
    assertThat(items.next()).isEqualTo(1);

    items.close();

    assertThat(second).isCancelled();
    assertThat(items.hasNext()).isFalse();
  }

  @Test
  void blockingIteratorThrowsTheError() {
    PagedPublisher<Long> list = PagedPublisher.from(position -> {
      throw new IllegalStateException("gone");
    });

    assertThatThrownBy(() -> list.toIterable(1).iterator().hasNext())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gone");
  }

  @Test
  void iteratorsOfIterablesAreClosed() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    Iterable<Long> iterable = () -> new CloseableIterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Long next() {
        return next++;
      }

      @Override
      public void close() {
        closed.set(true);
      }
    };

    assertThat(get(LazyPublisher.from(iterable).limit(3).toList())).isEqualTo(upTo(3));
    assertThat(closed).isTrue();
  }

  @Test
  void publishersOfOthersAreAskedForOneElementAtATime() throws Exception {
    try (SubmissionPublisher<Long> other = new SubmissionPublisher<>()) {
      CompletableFuture<List<Long>> list = LazyPublisher.from(
              (java.util.concurrent.Flow.Publisher<Long>) other)
          .limit(3)
          .toList();
      while (other.getNumberOfSubscribers() == 0) {
        Thread.onSpinWait();
      }
      upTo(5).forEach(other::submit);

      assertThat(get(list)).isEqualTo(upTo(3));
    }
  }
}
