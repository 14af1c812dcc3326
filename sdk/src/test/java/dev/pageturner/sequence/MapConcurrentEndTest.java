package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.sequence.MapConcurrentTest.Threads;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a traversal ends, its calls are interrupted and its threads end. */
@Timeout(60)
class MapConcurrentEndTest {
  private static final int CONCURRENCY = 4;

  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch entered = new CountDownLatch(CONCURRENCY);
  private final CountDownLatch interrupted = new CountDownLatch(CONCURRENCY);
  private final CountDownLatch go = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private final CountingSequence source = CountingSequence.of(10);

  /** Waits until it may go on, or is interrupted. */
  private int blocked(int item) {
    workers.add(Thread.currentThread());
    calls.incrementAndGet();
    entered.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new IllegalStateException(e);
    }
    return item;
  }

  private CloseableIterator<Integer> blocked(Threads threads) {
    return threads
        .<Integer, Integer>map(source, CONCURRENCY, true, this::blocked)
        .iterator();
  }

  private void assertThatAllEnd() throws InterruptedException {
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThreadsEnd();
  }

  private void assertThatThreadsEnd() throws InterruptedException {
    for (Thread worker : workers) {
      worker.join(30_000);
      assertThat(worker.isAlive()).isFalse();
    }
  }

  private Thread consumer = Thread.currentThread();

  private <V> FutureTask<V> consumer(Callable<V> work) {
    FutureTask<V> task = new FutureTask<>(work);
    consumer = new Thread(task, "consumer");
    consumer.start();
    return task;
  }

  @ParameterizedTest
  @EnumSource
  void closingFromAnotherThreadEndsCallsAndTheConsumersWait(Threads threads) throws Exception {
    CloseableIterator<Integer> results = blocked(threads);
    FutureTask<Boolean> hasNext = consumer(results::hasNext);
    entered.await();

    results.close();

    assertThat(hasNext.get()).isFalse();
    assertThatThrownBy(results::next).isInstanceOf(NoSuchElementException.class);
    assertThatAllEnd();
    assertThat(source.closes).isEqualTo(1);
    assertThat(calls).hasValue(CONCURRENCY);
  }

  @ParameterizedTest
  @EnumSource
  void closingWaitsForNoFunctionThatIgnoresInterrupts(Threads threads) throws Exception {
    CountDownLatch ignored = new CountDownLatch(1);
    CloseableIterator<Integer> results = threads
        .<Integer, Integer>map(source, CONCURRENCY, true, item -> {
          workers.add(Thread.currentThread());
          entered.countDown();
          while (true) {
            try {
              go.await();
              return item;
            } catch (InterruptedException e) {
              ignored.countDown();
            }
          }
        })
        .iterator();
    consumer(results::hasNext);
    entered.await();

    results.close();

    assertThat(ignored.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(results.hasNext()).isFalse();
    go.countDown();
    assertThatThreadsEnd();
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptOfTheConsumerInterruptsCallsAndLosesNothing(Threads threads) throws Exception {
    CloseableIterator<Integer> results = blocked(threads);
    CountDownLatch told = new CountDownLatch(1);
    FutureTask<List<Integer>> all = consumer(() -> {
      assertThatThrownBy(results::hasNext)
          .isInstanceOf(PageturnerException.Cancelled.class)
          .hasMessageContaining("mapConcurrent");
      assertThat(Thread.interrupted()).isTrue();
      told.countDown();
      List<Integer> rest = new ArrayList<>();
      results.forEachRemaining(rest::add);
      return rest;
    });
    entered.await();

    consumer.interrupt();

    assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    go.countDown();
    assertThat(all.get()).isEqualTo(CountingSequence.numbers(10));
    assertThat(calls).hasValue(10 + CONCURRENCY);
    assertThatThreadsEnd();
  }

  @ParameterizedTest
  @EnumSource
  void aResultInSpiteOfTheInterruptCounts(Threads threads) throws Exception {
    Set<Integer> asked = ConcurrentHashMap.newKeySet();
    CloseableIterator<Integer> results = threads
        .<Integer, Integer>map(source, CONCURRENCY, true, item -> {
          assertThat(asked.add(item)).isTrue();
          entered.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return item;
        })
        .iterator();
    FutureTask<List<Integer>> all = consumer(() -> {
      assertThatThrownBy(results::hasNext).isInstanceOf(PageturnerException.Cancelled.class);
      assertThat(Thread.interrupted()).isTrue();
      List<Integer> rest = new ArrayList<>();
      results.forEachRemaining(rest::add);
      return rest;
    });
    entered.await();

    consumer.interrupt();

    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    go.countDown();

    assertThat(all.get()).isEqualTo(CountingSequence.numbers(10));
    assertThat(asked).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource
  void aLimitAboveEndsTheCallsThatNobodyWants(Threads threads) throws Exception {
    LazyIterable<Integer> results = threads.map(
        source, CONCURRENCY + 1, true, item -> item == 0 ? awaitOthers() : blocked(item));

    assertThat(results.limit(1)).containsExactly(0);

    assertThatAllEnd();
    assertThat(source.closes).isEqualTo(1);
  }

  private int awaitOthers() {
    try {
      entered.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return 0;
  }

  @ParameterizedTest
  @EnumSource
  void aFailureOutOfALoopEndsTheCallsUnderWay(Threads threads) throws Exception {
    LazyIterable<Integer> results = threads.map(source, CONCURRENCY + 1, true, item -> {
      if (item == 0) {
        awaitOthers();
        throw new IllegalStateException("zero");
      }
      return blocked(item);
    });

    assertThatThrownBy(results::toList).hasMessage("zero");

    assertThatAllEnd();
  }

  @ParameterizedTest
  @EnumSource
  void anIteratorThatIsGarbageHasNoCalls(Threads threads) throws Exception {
    leaveEarly(threads);

    for (int i = 0; i < 1_000 && !interrupted.await(10, TimeUnit.MILLISECONDS); i++) {
      System.gc();
    }

    assertThatAllEnd();
  }

  private void leaveEarly(Threads threads) {
    LazyIterable<Integer> results = threads.map(
        source, CONCURRENCY + 1, true, item -> item == 0 ? awaitOthers() : blocked(item));
    for (Integer result : results) {
      assertThat(result).isZero();
      break;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theEndOfTheListEndsTheThreads(Threads threads) throws Exception {
    go.countDown();

    Iterator<Integer> results = blocked(threads);
    results.forEachRemaining(each -> {});

    assertThatThreadsEnd();
    assertThat(calls).hasValue(10);
  }
}
