package dev.pageturner.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.sequence.CountingSequence.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of calls several at a time: order, bounds, failures. */
@Timeout(60)
class MapConcurrentTest {
  /** Virtual threads where the JVM has them, and the pool that it would have without. */
  enum Threads {
    OF_THE_JVM,
    POOLED;

    <T, R> LazyIterable<R> map(
        LazyIterable<T> source, int most, boolean ordered, Function<T, R> function) {
      return () -> new ConcurrentIterator<T, R>(
          source,
          new ConcurrentCalls<>(
              most,
              function,
              ordered,
              () -> this == POOLED ? Workers.pool(most) : Workers.of(most)));
    }
  }

  static Stream<Arguments> threadsAndConcurrency() {
    return Arrays.stream(Threads.values())
        .flatMap(threads ->
            Stream.of(1, 2, 3, 16).map(concurrency -> Arguments.of(threads, concurrency)));
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("threadsAndConcurrency")
  void soManyCallsAreUnderWayAndNeverMore(Threads threads, int concurrency) {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    // Passes only when so many calls are under way at once.
    CyclicBarrier all = new CyclicBarrier(concurrency);
    CountingSequence source = CountingSequence.of(concurrency * 5);
    AtomicInteger taken = new AtomicInteger();

    LazyIterable<Integer> results = threads.map(source, concurrency, true, i -> {
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      try {
        all.await();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      underWay.decrementAndGet();
      return i;
    });
    results.forEach(i -> {
      assertThat(i).isEqualTo(taken.get());
      assertThat(source.nexts).isLessThanOrEqualTo(taken.getAndIncrement() + concurrency);
    });

    assertThat(taken).hasValue(concurrency * 5);
    assertThat(most).hasValue(concurrency);
  }

  /**
   * Items, failures of the function and failures of the source, in the order in which they come.
   */
  private static List<Object> seen(Iterator<Integer> results) {
    List<Object> seen = new ArrayList<>();
    while (true) {
      try {
        if (!results.hasNext()) {
          return seen;
        }
        seen.add(results.next());
      } catch (Refusal e) {
        seen.add("refused");
      } catch (CountingSequence.PageFailed e) {
        seen.add("page failed");
      }
    }
  }

  private static CountingSequence failingSomewhere(Random random) {
    Place place = Place.values()[random.nextInt(2)];
    return CountingSequence.of(20).failing(place, random.nextInt(25), random.nextInt(4));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverFailsTheSameComesAsOutOfMap(long seed) {
    Random random = new Random(seed);
    Set<Integer> refused =
        random.ints(random.nextInt(4), 0, 20).boxed().collect(Collectors.toSet());
    int gone = random.nextInt(25);
    int concurrency = 1 + random.nextInt(6);
    Threads threads = Threads.values()[random.nextInt(2)];
    Function<Integer, Integer> above = unless(Set.of(gone));
    Function<Integer, Integer> function = unless(refused);
    CountingSequence source = failingSomewhere(new Random(seed));

    List<Object> seen =
        seen(threads.map(source.map(above), concurrency, true, function).iterator());

    assertThat(seen)
        .isEqualTo(
            seen(failingSomewhere(new Random(seed)).map(above).map(function).iterator()));
    assertThat(source.nexts).isGreaterThanOrEqualTo(20);
    assertThat(source.closes).isEqualTo(1);
    assertThat(source.forbidden).isEmpty();
  }

  private static Function<Integer, Integer> unless(Set<Integer> refused) {
    return i -> {
      if (refused.contains(i)) {
        throw new Refusal();
      }
      return i;
    };
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("threadsAndConcurrency")
  void withoutOrderEachItemHasOneResultOrOneFailure(Threads threads, int concurrency) {
    for (int failing = 0; failing < 8; failing++) {
      int bad = failing;
      Iterator<Integer> results = threads
          .<Integer, Integer>map(
              CountingSequence.of(8).failing(Place.NEXT, 5, 1), concurrency, false, i -> {
                if (i == bad) {
                  throw new Refusal();
                }
                return i;
              })
          .iterator();

      List<Object> seen = seen(results);

      List<Object> expected = new ArrayList<>(List.of("page failed", "refused"));
      IntStream.range(0, 8).filter(i -> i != bad).forEach(expected::add);
      assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
      // What was read before the page that failed came before its failure.
      assertThat(seen.indexOf("page failed")).isEqualTo(5);
    }
  }

  /** Begins nothing until so many calls wait, and then runs them in an order, on this thread. */
  private static Workers scripted(int... order) {
    List<Runnable> tasks = new ArrayList<>();
    return new Workers() {
      @Override
      public void begin(Runnable task) {
        tasks.add(task);
        if (tasks.size() == order.length) {
          List<Runnable> all = List.copyOf(tasks);
          tasks.clear();
          Arrays.stream(order).forEach(i -> all.get(i).run());
        }
      }

      @Override
      public void end() {}
    };
  }

  private static <R> CloseableIterator<R> scripted(
      CountingSequence source, boolean ordered, Function<Integer, R> function, int... order) {
    return new ConcurrentIterator<Integer, R>(
        source, new ConcurrentCalls<>(order.length, function, ordered, () -> scripted(order)));
  }

  @Test
  void resultsComeInTheOrderOfTheItemsOrOfTheEndsOfTheirCalls() {
    assertThat(LazyIterable.once(scripted(CountingSequence.of(3), true, i -> i, 2, 0, 1)))
        .containsExactly(0, 1, 2);
    assertThat(LazyIterable.once(scripted(CountingSequence.of(3), false, i -> i, 2, 0, 1)))
        .containsExactly(2, 0, 1);
  }

  @Test
  void onceACallHasFailedNoOtherIsBegunBeforeThatWasThrown() {
    CountingSequence source = CountingSequence.of(6);
    Iterator<Integer> results = scripted(
        source,
        true,
        i -> {
          if (i == 2) {
            throw new Refusal();
          }
          return i;
        },
        2,
        1,
        0);

    assertThat(results.next()).isZero();
    assertThat(results.next()).isEqualTo(1);
    assertThat(results.hasNext()).isTrue();
    assertThat(source.nexts).isEqualTo(3);
    assertThatThrownBy(results::next).isInstanceOf(Refusal.class);

    assertThat(results.next()).isEqualTo(3);
    assertThat(source.nexts).isEqualTo(6);
  }

  @Test
  void theSourceIsReadByTheConsumerAndOneItemAheadAtMostOfAResultThatIsHere() {
    Thread consumer = Thread.currentThread();
    CountingSequence source = CountingSequence.endless();
    Iterator<Integer> results = new ConcurrentIterator<Integer, Integer>(
        source.peek(i -> assertThat(Thread.currentThread()).isSameAs(consumer)),
        new ConcurrentCalls<>(100, i -> i, true, () -> scripted(0)));

    for (int i = 0; i < 50; i++) {
      assertThat(results.next()).isEqualTo(i);
      assertThat(source.nexts).isEqualTo(i + 1);
    }
  }

  @Test
  void nothingIsReadWhileTheConsumerIsBusy() {
    CountingSequence source = CountingSequence.endless();
    Iterator<Integer> results = source.mapConcurrent(4, i -> i).iterator();

    results.next();

    int read = source.nexts;
    assertThat(read).isBetween(1, 4);
    assertThat(source.nexts).isEqualTo(read);
  }

  @Test
  void nullsAreItemsAndResults() {
    LazyIterable<String> texts = LazyIterable.of("a", null, "b");

    assertThat(texts.mapConcurrent(2, text -> text)).containsExactly("a", null, "b");
    assertThat(texts.mapConcurrentUnordered(1, text -> null)).containsExactly(null, null, null);
  }

  @Test
  void anErrorComesInItsTurnAsItIs() {
    StackOverflowError error = new StackOverflowError();
    Iterator<Integer> results = CountingSequence.of(3)
        .mapConcurrent(3, i -> {
          if (i == 1) {
            throw error;
          }
          return i;
        })
        .iterator();

    assertThat(results.next()).isZero();
    assertThatThrownBy(results::next).isSameAs(error);
    assertThat(results.next()).isEqualTo(2);
    assertThat(results.hasNext()).isFalse();
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> RuntimeException sneaky(Throwable e) throws X {
    throw (X) e;
  }

  @Test
  void aCheckedExceptionIsTheCauseOfACallbackFailure() {
    IOException cause = new IOException("no");

    assertThatThrownBy(() -> LazyIterable.of(1)
            .mapConcurrent(2, i -> {
              throw MapConcurrentTest.<RuntimeException>sneaky(cause);
            })
            .toList())
        .hasCause(cause)
        .isInstanceOfSatisfying(
            PageturnerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CALLBACK));
  }

  @Test
  void aThreadThatCannotBeStartedCostsNoItem() {
    for (int failing = 1; failing <= 5; failing++) {
      AtomicInteger left = new AtomicInteger(failing);
      Workers reluctant = new Workers() {
        @Override
        public void begin(Runnable task) {
          if (left.decrementAndGet() == 0) {
            throw new OutOfMemoryError("no thread");
          }
          task.run();
        }

        @Override
        public void end() {}
      };
      Iterator<Integer> results = new ConcurrentIterator<Integer, Integer>(
          CountingSequence.of(5), new ConcurrentCalls<>(3, i -> i, true, () -> reluctant));

      List<Object> seen = new ArrayList<>();
      boolean more = true;
      while (more) {
        try {
          more = results.hasNext();
          if (more) {
            seen.add(results.next());
          }
        } catch (OutOfMemoryError e) {
          seen.add("no thread");
        }
      }

      assertThat(seen).containsOnlyOnce("no thread");
      seen.remove("no thread");
      assertThat(seen).isEqualTo(List.of(0, 1, 2, 3, 4));
    }
  }

  @Test
  void callsWithinCallsHaveThreadsOfTheirOwn() {
    LazyIterable<List<Integer>> nested = CountingSequence.of(6)
        .mapConcurrent(
            2,
            i -> CountingSequence.of(4)
                .mapConcurrent(
                    2, j -> LazyIterable.of(i * 10 + j).mapConcurrent(1, k -> k).toList())
                .flatMap(list -> list)
                .toList());

    assertThat(nested.toList())
        .isEqualTo(IntStream.range(0, 6)
            .mapToObj(i -> List.of(i * 10, i * 10 + 1, i * 10 + 2, i * 10 + 3))
            .toList());
  }

  @Test
  void callsAreOnNamedDaemonsAndNeverOnTheConsumersThread() {
    ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
    for (Threads kind : Threads.values()) {
      kind.<Integer, Boolean>map(
              CountingSequence.of(20), 3, true, i -> threads.add(Thread.currentThread()))
          .toList();
    }

    assertThat(threads)
        .hasSize(40)
        .doesNotContain(Thread.currentThread())
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().startsWith("pageturner-concurrent-"));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads before 21")
  void threadsAreVirtualWhereTheJvmHasThem() {
    assertThat(LazyIterable.of(1, 2)
            .mapConcurrent(2, i -> Thread.currentThread().toString())
            .toList())
        .allMatch(thread -> thread.startsWith("VirtualThread["));
  }

  @Test
  void badValuesAreRefusedWhereTheyEnter() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LazyIterable.of(1).mapConcurrent(0, i -> i))
        .withMessage("concurrency < 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LazyIterable.of(1).mapConcurrentUnordered(-1, i -> i))
        .withMessage("concurrency < 1: -1");
    assertThatNullPointerException().isThrownBy(() -> LazyIterable.of(1).mapConcurrent(1, null));
  }
}
