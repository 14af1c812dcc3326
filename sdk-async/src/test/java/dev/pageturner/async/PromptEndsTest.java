package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.page.Page;
import dev.pageturner.position.Position;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancellation is heard, and a subscription ends with a signal, whatever is below it. */
class PromptEndsTest {
  interface Operator extends Function<LazyPublisher<Long>, LazyPublisher<?>> {}

  static Stream<Arguments> operatorsThatGiveNothing() {
    return Stream.of(
        row("filter", s -> s.filter(i -> false)),
        row("flatMap", s -> s.flatMap(i -> LazyPublisher.of())),
        row("concurrent flatMap", s -> s.flatMap(3, i -> LazyPublisher.of())),
        row(
            "mapConcurrentUnordered",
            s -> s.mapConcurrentUnordered(1, i -> CompletableFuture.<Long>completedFuture(null))),
        row(
            "mapConcurrent",
            s -> s.mapConcurrent(3, i -> CompletableFuture.<Long>completedFuture(null))),
        row("batched", s -> s.batched(Integer.MAX_VALUE)),
        row("batched by age", s -> s.batched(Integer.MAX_VALUE, Duration.ofDays(1))),
        row("flatMap of filter", s -> s.flatMap(i -> LazyPublisher.of(i).filter(j -> false))),
        row("filter of flatMap", s -> s.flatMap(i -> LazyPublisher.of(i)).filter(i -> false)));
  }

  private static Arguments row(String name, Operator operator) {
    return Arguments.of(name, operator);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operatorsThatGiveNothing")
  void aCancellationIsHeardThoughNothingComes(String name, Operator operator) {
    AtomicInteger seen = new AtomicInteger();
    Recorded<Object> recorded = new Recorded<>(1);
    LazyPublisher<Long> endless = LazyPublisher.<Long>from(
            () -> LongStream.iterate(0, i -> i + 1).limit(200_000).boxed().iterator())
        .map(i -> {
          if (seen.incrementAndGet() == 50_000) {
            recorded.subscription.cancel();
          }
          return i;
        });

    operator.apply(endless).map(i -> (Object) i).executor(Runnable::run).subscribe(recorded);

    assertThat(seen.get()).isBetween(50_000, 51_000);
    assertThat(recorded.signals).containsExactly("subscribe");
  }

  /** Runs its first tasks at once, and takes no more. */
  private static Executor taking(int tasks, Throwable refusal) {
    AtomicInteger left = new AtomicInteger(tasks);
    return task -> {
      if (left.getAndDecrement() <= 0) {
        throw PromptEndsTest.<RuntimeException>sneaky(refusal);
      }
      task.run();
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E sneaky(Throwable refusal) throws E {
    throw (E) refusal;
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
            new RejectedExecutionException("shut down"),
            new Error("unable to create native thread"))
        .flatMap(refusal -> Stream.of(0, 1).map(tasks -> Arguments.of(tasks, refusal)));
  }

  @ParameterizedTest(name = "after {0} tasks: {1}")
  @MethodSource("refusals")
  void anExecutorThatTakesNoTaskIsSignalled(int tasks, Throwable refusal) {
    CompletableFuture<Page<Long>> page = new CompletableFuture<>();
    Recorded<Long> recorded = new Recorded<>(5);
    PagedPublisher.from(position -> page).executor(taking(tasks, refusal)).subscribe(recorded);

    page.complete(Page.last(List.of(1L)));

    assertThat(recorded.signals).containsExactly("subscribe", "error");
    assertThat(recorded.failure).isSameAs(refusal);
  }

  @ParameterizedTest(name = "after {0} tasks: {1}")
  @MethodSource("refusals")
  void anExecutorThatTakesNoTaskEndsFutures(int tasks, Throwable refusal) {
    CompletableFuture<Page<Long>> page = new CompletableFuture<>();
    LazyPublisher<Long> list = PagedPublisher.from(position -> page);
    List<CompletableFuture<?>> futures = List.of(
        list.executor(taking(tasks, refusal)).toList(),
        list.executor(taking(tasks, refusal)).batched(3).forEach(batch -> {}),
        list.executor(taking(tasks, refusal)).mapConcurrent(3, i -> page).toList(),
        list.executor(taking(tasks, refusal))
            .mapConcurrentUnordered(3, i -> page)
            .toList(),
        list.executor(taking(tasks, refusal)).forEachAsync(3, i -> page));

    page.complete(Page.last(List.of(1L)));

    assertThat(futures)
        .allSatisfy(future -> assertThat(future)
            .failsWithin(30, TimeUnit.SECONDS)
            .withThrowableThat()
            .withRootCauseInstanceOf(refusal.getClass()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 300})
  void anExecutorThatTakesNoTurnInTheMiddleIsSignalled(int elements) {
    RejectedExecutionException refusal = new RejectedExecutionException();
    Recorded<Long> recorded = new Recorded<>(Long.MAX_VALUE);
    LazyPublisher.<Long>from(() -> LongStream.range(0, elements).boxed().iterator())
        .executor(taking(1, refusal))
        .subscribe(recorded);

    assertThat(recorded.signals).endsWith(elements == 0 ? "complete" : "error");
  }

  @Test
  void aThreadDoesNotWaitForAPublisherThatCannotBeSubscribedTo() {
    LazyPublisher<Long> broken = subscriber -> {
      throw new IllegalStateException("no subscribers");
    };
    Iterator<Long> elements = broken.toIterable(1).iterator();

    assertThatThrownBy(elements::hasNext).hasMessage("no subscribers");
    assertThatThrownBy(elements::hasNext).hasMessage("no subscribers");
  }

  @Test
  void whatAFunctionMustNotGiveIsNamed() {
    LazyPublisher<Long> one = LazyPublisher.of(1L);

    assertThatThrownBy(one.mapConcurrent(1, i -> null).toList()::join)
        .hasMessageContaining("instead of a stage");
    assertThatThrownBy(one.mapConcurrentUnordered(1, i -> null).toList()::join)
        .hasMessageContaining("instead of a stage");
    assertThatThrownBy(one.flatMap(i -> null).toList()::join)
        .hasMessageContaining("the function of flatMap gave null");
  }

  @Test
  void publishersUnderWayAreClosedThoughTheSourceCannotBe() throws Exception {
    CompletableFuture<Page<Long>> never = new CompletableFuture<>();
    class Unclosable implements Iterator<Long>, Closeable {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Long next() {
        return 1L;
      }

      @Override
      public void close() throws IOException {
        throw new IOException("stays open");
      }
    }
    Recorded<Long> recorded = new Recorded<>(5);
    Thread subscribing = new Thread(() -> {
      LazyPublisher.<Long>from(Unclosable::new)
          .flatMap(2, i -> PagedPublisher.<Long>from((Position position) -> never))
          .executor(Runnable::run)
          .subscribe(recorded);
      recorded.subscription.cancel();
    });
    CompletableFuture<Throwable> reported = new CompletableFuture<>();
    subscribing.setUncaughtExceptionHandler((thread, e) -> reported.complete(e));

    subscribing.start();

    assertThat(reported.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("stays open");
    assertThat(never).isCancelled();
  }
}
