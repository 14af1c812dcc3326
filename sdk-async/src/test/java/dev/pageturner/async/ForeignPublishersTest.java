package dev.pageturner.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Publishers of others below ours. */
class ForeignPublishersTest {
  /** Sends what a test tells it to, and takes down what it is asked for. */
  private static final class Foreign implements Publisher<Long>, Subscription {
    final List<Long> requests = new ArrayList<>();
    Subscriber<? super Long> subscriber;
    boolean cancelled;

    @Override
    public void subscribe(Subscriber<? super Long> subscriber) {
      this.subscriber = subscriber;
      subscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
      requests.add(count);
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  static Stream<Arguments> operators() {
    return Stream.of(
        row("from", LazyPublisher::from),
        row("map", foreign -> LazyPublisher.from(foreign).map(i -> i)),
        row("filter", foreign -> LazyPublisher.from(foreign).filter(i -> true)),
        row("batched", foreign -> LazyPublisher.from(foreign).batched(1).map(List::hashCode)),
        row("flatMap", foreign -> LazyPublisher.of(1).flatMap(3, one -> foreign)),
        row("merge", foreign -> LazyPublisher.merge(foreign)),
        row("concat", foreign -> LazyPublisher.<Long>of().concat(foreign)));
  }

  private static Arguments row(String name, Function<Publisher<Long>, LazyPublisher<?>> operator) {
    return Arguments.of(name, operator);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operators")
  void oneElementIsAskedForAtATime(
      String name, Function<Publisher<Long>, LazyPublisher<?>> operator) {
    Foreign foreign = new Foreign();
    Recorded<Object> recorded = new Recorded<>(3);
    operator.apply(foreign).map(i -> (Object) i).executor(Runnable::run).subscribe(recorded);

    for (int i = 1; i <= 3; i++) {
      assertThat(foreign.requests).hasSize(i).containsOnly(1L);
      foreign.subscriber.onNext((long) i);
      assertThat(recorded.items).hasSize(i);
    }
    assertThat(foreign.requests).containsExactly(1L, 1L, 1L);
  }

  @Test
  void anElementThatNobodyAskedForIsAnErrorAndReplacesNone() {
    Foreign foreign = new Foreign();
    Recorded<Long> recorded = new Recorded<>(1);
    LazyPublisher.from((Publisher<Long>) foreign).executor(Runnable::run).subscribe(recorded);

    foreign.subscriber.onNext(1L);
    foreign.subscriber.onNext(2L);
    recorded.subscription.request(5);

    assertThat(recorded.items).containsExactly(1L);
    assertThat(recorded.failure).hasMessageContaining("rule 1.1");
    assertThat(foreign.cancelled).isTrue();
  }
}
