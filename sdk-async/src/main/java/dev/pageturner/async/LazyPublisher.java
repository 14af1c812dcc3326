package dev.pageturner.async;

import dev.pageturner.async.internal.BatchedPull;
import dev.pageturner.async.internal.BlockingIterator;
import dev.pageturner.async.internal.FilteredPull;
import dev.pageturner.async.internal.FlatMappedPull;
import dev.pageturner.async.internal.ForEachAsyncSubscriber;
import dev.pageturner.async.internal.ForEachSubscriber;
import dev.pageturner.async.internal.IteratedPull;
import dev.pageturner.async.internal.LimitedPull;
import dev.pageturner.async.internal.MappedPull;
import dev.pageturner.async.internal.Pull;
import dev.pageturner.async.internal.PulledPublisher;
import dev.pageturner.async.internal.Pulls;
import dev.pageturner.async.internal.StagePull;
import dev.pageturner.async.internal.StagesPull;
import dev.pageturner.async.internal.TakeWhilePull;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.sequence.LazyIterable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A publisher with composition: the twin of {@link LazyIterable} for those who must not block.
 *
 * <p>Nothing happens before somebody subscribes and asks for elements; every subscription is a
 * traversal of its own, and no operator asks its source for more than is asked of it. It keeps the
 * rules of Reactive Streams, 1.1 to 3.17.
 *
 * <p>What an operator holds when something fails is given out before the error, so that the
 * checkpoint of a list's error never lies behind an element that was not given out: an unfinished
 * batch comes first, and publishers or stages that are under way when their source fails are read
 * to their end. A stage or publisher that fails by itself does not wait for the others, but for
 * what they have ready; the stages that are still under way are cancelled.
 *
 * <p>All signals, {@code onSubscribe} included, come on the {@link #executor}, one at a time. By
 * default that is {@link java.util.concurrent.ForkJoinPool#commonPool}. An operator's functions run
 * there, too; what they throw is signalled as the error. An element is never null: a function that
 * gives null fails. Publishers of others may stand wherever a publisher is asked for; they are
 * asked for one element at a time.
 *
 * @param <T> the elements
 */
public interface LazyPublisher<T> extends Publisher<T> {
  /** {@return a publisher of these elements} */
  @SafeVarargs
  @SuppressWarnings("varargs") // Copied, and only read.
  static <T> LazyPublisher<T> of(T... elements) {
    return from(Arrays.stream(elements).toList());
  }

  /**
   * {@return the elements of an iterable} It is iterated on the executor, which it must not block;
   * an iterator that is {@link AutoCloseable} is closed.
   */
  static <T> LazyPublisher<T> from(Iterable<? extends T> elements) {
    Objects.requireNonNull(elements, "elements");
    return new PulledPublisher<>(wake -> new IteratedPull<>(elements), Pulls.DEFAULT);
  }

  /** {@return a publisher of somebody else, with composition} */
  static <T> LazyPublisher<T> from(Publisher<? extends T> publisher) {
    Objects.requireNonNull(publisher, "publisher");
    return new PulledPublisher<>(Pulls.of(publisher), Pulls.executorOf(publisher));
  }

  /**
   * {@return the elements of several publishers as they come, those of each in its order; all are
   * subscribed to when there is demand}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // Copied, and only read.
  static <T> LazyPublisher<T> merge(Publisher<? extends T>... publishers) {
    LazyPublisher<Publisher<? extends T>> all = from(Arrays.stream(publishers).toList());
    return all.flatMap(Math.max(1, publishers.length), publisher -> publisher);
  }

  /** {@return this publisher with all its signals on {@code executor}} */
  default LazyPublisher<T> executor(Executor executor) {
    return new PulledPublisher<>(Pulls.of(this), executor);
  }

  /** {@return what a function makes of each element} */
  default <R> LazyPublisher<R> map(Function<? super T, ? extends R> function) {
    Objects.requireNonNull(function, "function");
    return Pulls.over(this, (upstream, wake) -> new MappedPull<>(upstream, function));
  }

  /** {@return the elements that a predicate accepts} */
  default LazyPublisher<T> filter(Predicate<? super T> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return Pulls.over(this, (upstream, wake) -> new FilteredPull<>(upstream, predicate, wake));
  }

  /** {@return the elements of the publishers that a function makes, one publisher after another} */
  default <R> LazyPublisher<R> flatMap(
      Function<? super T, ? extends Publisher<? extends R>> function) {
    return flatMap(1, function);
  }

  /**
   * {@return the elements of the publishers that a function makes, several at a time}
   *
   * <p>The elements of each publisher keep their order. With a concurrency of 1 the publishers do,
   * too; with more, elements come as they are there.
   *
   * @param concurrency the publishers that are subscribed to at a time, at least 1
   * @param function makes a publisher of an element
   * @param <R> the elements of the publishers
   */
  default <R> LazyPublisher<R> flatMap(
      int concurrency, Function<? super T, ? extends Publisher<? extends R>> function) {
    Objects.requireNonNull(function, "function");
    return flattened(
        concurrency,
        element -> Pulls.of(
            Objects.requireNonNull(function.apply(element), "the function of flatMap gave null")));
  }

  /**
   * {@return what the stages complete with that a function makes, several at a time, in the order
   * of the elements}
   *
   * <p>A stage that completes with null gives nothing. Holds at most {@code concurrency} stages:
   * they are under way, or wait for those before them. Failures come in their turn; once a stage
   * has failed no other is begun. To cancel cancels the stages under way.
   *
   * @param concurrency the stages under way at a time, at least 1
   * @param function makes a stage of an element
   * @param <R> what the stages complete with
   * @see LazyIterable#mapConcurrent
   */
  default <R> LazyPublisher<R> mapConcurrent(
      int concurrency,
      Function<? super T, ? extends CompletionStage<? extends @Nullable R>> function) {
    Objects.requireNonNull(function, "function");
    requirePositive(concurrency, "concurrency");
    return Pulls.over(
        this, (upstream, wake) -> new StagesPull<T, R>(upstream, function, concurrency, wake));
  }

  /**
   * {@return what the stages complete with that a function makes, several at a time, in the order
   * in which they complete}
   *
   * <p>A stage that completes with null gives nothing. To cancel cancels the stages under way.
   *
   * @param concurrency the stages under way at a time, at least 1
   * @param function makes a stage of an element
   * @param <R> what the stages complete with
   * @see LazyIterable#mapConcurrentUnordered
   */
  default <R> LazyPublisher<R> mapConcurrentUnordered(
      int concurrency,
      Function<? super T, ? extends CompletionStage<? extends @Nullable R>> function) {
    Objects.requireNonNull(function, "function");
    return flattened(concurrency, element -> StagePull.of(function.apply(element)));
  }

  private <R> LazyPublisher<R> flattened(
      int concurrency, Function<? super T, Pull.Source<R>> function) {
    requirePositive(concurrency, "concurrency");
    return Pulls.over(
        this, (upstream, wake) -> new FlatMappedPull<>(upstream, function, concurrency, wake));
  }

  /** {@return the elements in lists of {@code size}, at least 1; the last one may be shorter} */
  default LazyPublisher<List<T>> batched(int size) {
    return batches(size, null);
  }

  /**
   * {@return the elements in lists of {@code size}, or shorter ones when an element has waited for
   * {@code age}, also while the source is silent; the time counts from when it came here}
   */
  default LazyPublisher<List<T>> batched(int size, Duration age) {
    if (age.isZero() || age.isNegative()) {
      throw new IllegalArgumentException("age <= 0: " + age);
    }
    return batches(size, age);
  }

  private LazyPublisher<List<T>> batches(int size, @Nullable Duration age) {
    requirePositive(size, "size");
    return Pulls.over(
        this, (upstream, wake) -> new BatchedPull<>(upstream, size, age, Scheduler.system(), wake));
  }

  /** {@return the first {@code count} elements, from 0; completes with the last of them} */
  default LazyPublisher<T> limit(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count < 0: " + count);
    }
    return Pulls.over(this, (upstream, wake) -> new LimitedPull<>(upstream, count));
  }

  /** {@return the elements before the first one that a predicate refuses} */
  default LazyPublisher<T> takeWhile(Predicate<? super T> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return Pulls.over(this, (upstream, wake) -> new TakeWhilePull<>(upstream, predicate));
  }

  /** {@return these elements, and then those of another publisher} */
  default LazyPublisher<T> concat(Publisher<? extends T> other) {
    LazyPublisher<Publisher<? extends T>> both = LazyPublisher.of(this, other);
    return both.<T>flatMap(publisher -> publisher).executor(Pulls.executorOf(this));
  }

  /**
   * {@return completes when a consumer took all elements, and fails with what it throws; to cancel
   * the future cancels the subscription}
   */
  default CompletableFuture<@Nullable Void> forEach(Consumer<? super T> consumer) {
    return ForEachSubscriber.<T, @Nullable Void>all(this, consumer, () -> null);
  }

  /**
   * {@return completes when the work on all elements is done}
   *
   * <p>At most {@code concurrency} elements are worked on at a time, and no more are asked for.
   * Work begins in the order of the elements, and ends in any order. When one fails the future
   * fails, no other is begun, and those under way are left to end. When the source fails, the
   * future fails as soon as the work under way is done, and with the failure of that work if there
   * is one. To cancel the future begins no other.
   *
   * @param concurrency the elements under way at a time, at least 1
   * @param work works on an element; its stage completes when it is done
   */
  default CompletableFuture<@Nullable Void> forEachAsync(
      int concurrency, Function<? super T, ? extends CompletionStage<?>> work) {
    requirePositive(concurrency, "concurrency");
    return ForEachAsyncSubscriber.all(this, concurrency, work);
  }

  /** {@return all elements; to cancel the future cancels the subscription} */
  default CompletableFuture<List<T>> toList() {
    List<T> elements = new ArrayList<>();
    return ForEachSubscriber.all(this, elements::add, () -> Collections.unmodifiableList(elements));
  }

  /** {@return what a collector makes of the elements} */
  default <A, R> CompletableFuture<R> collect(Collector<? super T, A, R> collector) {
    A container = collector.supplier().get();
    BiConsumer<A, ? super T> accumulator = collector.accumulator();
    return ForEachSubscriber.all(
        this,
        element -> accumulator.accept(container, element),
        () -> collector.finisher().apply(container));
  }

  /**
   * {@return the elements for a thread that may wait for them}
   *
   * <p>Up to {@code ahead} elements are asked for and held ahead of the consumer. Each iterator is
   * a subscription, which closing it cancels; close one that is not read to its end. Do not wait on
   * the only thread of the {@link #executor}.
   *
   * @param ahead the elements ahead, at least 1
   */
  default LazyIterable<T> toIterable(int ahead) {
    requirePositive(ahead, "ahead");
    return () -> new BlockingIterator<>(this, ahead);
  }

  private static void requirePositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " < 1: " + value);
    }
  }
}
