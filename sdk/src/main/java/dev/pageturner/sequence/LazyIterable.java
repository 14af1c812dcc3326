package dev.pageturner.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A sequence that computes or fetches its items as they are asked for.
 *
 * <p>Its operators make other lazy sequences. Making one does nothing; each asks its source for an
 * item only when it is itself asked for one, and holds no more than it says. Iterating again starts
 * afresh, but for what is said to be single-use. A sequence may be shared between threads, if its
 * source may; an iterator may not.
 *
 * <p>Closing an iterator closes all the iterators below it. An iterator that came to its end, or a
 * method that gives no sequence, such as {@link #forEach} or {@link #toList}, has closed them, also
 * after an exception. A {@code for} loop that is left early has not: what it holds is released when
 * the iterator is garbage. Use {@link #limit} or {@link #takeWhile}, or the iterator in a
 * {@code try}.
 *
 * <p><b>After a failure</b> the same iterator may be asked again, as often as one likes; no item is
 * lost, none comes twice:
 *
 * <ul>
 *   <li>When the source fails, in {@code hasNext()} or in {@code next()}, nothing was consumed: the
 *       item that failed comes again, and all operators go on as if nothing had happened. A source
 *       of your own must keep to that, too. What an operator holds ({@link #batched}, {@link #zip},
 *       a {@linkplain #groupConsecutive group}, {@link #tee}, {@link #mapConcurrent}) it hands on
 *       before the failure or afterwards.
 *   <li>When a function throws, the item that it was given is gone, and the iterator goes on behind
 *       it. {@link #skip} counts it, {@link #limit} does not; {@link #zip} drops its partner; each
 *       branch of {@link #tee} is told.
 * </ul>
 *
 * <p>Items may be null, but for {@link #first}. Very many operators on top of each other need a
 * stack as deep; to join very many sequences use {@link #flatten}.
 *
 * <table>
 * <caption>For readers of Python</caption>
 * <tr><th>Python</th><th>here</th></tr>
 * <tr><td>{@code map}, {@code filter}</td><td>{@link #map}, {@link #filter}</td></tr>
 * <tr><td>{@code itertools.chain(a, b)}</td><td>{@link #chain}, {@link #concat}</td></tr>
 * <tr><td>{@code ThreadPoolExecutor.map}</td><td>{@link #mapConcurrent}</td></tr>
 * <tr><td>{@code chain.from_iterable}</td><td>{@link #flatten}, {@link #flatMap}</td></tr>
 * <tr><td>{@code islice(it, n)}</td><td>{@link #limit}</td></tr>
 * <tr><td>{@code islice(it, n, None)}</td><td>{@link #skip}</td></tr>
 * <tr><td>{@code takewhile}, {@code dropwhile}</td><td>{@link #takeWhile}, {@link #dropWhile}</td></tr>
 * <tr><td>{@code groupby}</td><td>{@link #groupConsecutive}</td></tr>
 * <tr><td>{@code tee}</td><td>{@link #tee}</td></tr>
 * <tr><td>{@code batched}</td><td>{@link #batched(int)}</td></tr>
 * <tr><td>{@code zip}</td><td>{@link #zip}</td></tr>
 * </table>
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface LazyIterable<T extends @Nullable Object> extends Iterable<T> {
  /**
   * {@return a fresh traversal; nothing happens before it is asked for an item}
   *
   * <p>An operator relies on that: its own {@code iterator()} calls this, so that a close before
   * the first item reaches the source, and a single-use source says at once that it was used.
   */
  @Override
  CloseableIterator<T> iterator();

  /** {@return a sequence of these items, which may be null} */
  @SafeVarargs
  @SuppressWarnings("varargs") // Copied, and only read.
  static <T extends @Nullable Object> LazyIterable<T> of(T... items) {
    return from(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(items))));
  }

  /** {@return a sequence without items} */
  static <T extends @Nullable Object> LazyIterable<T> empty() {
    return from(List.of());
  }

  /**
   * {@return the items of {@code iterable}, which is asked for an iterator with the first item}
   *
   * <p>Its iterators are closed at the end and with the traversal, if they are
   * {@link AutoCloseable}.
   */
  @SuppressWarnings("unchecked") // A sequence only hands items out.
  static <T extends @Nullable Object> LazyIterable<T> from(Iterable<? extends T> iterable) {
    Objects.requireNonNull(iterable, "iterable");
    return iterable instanceof LazyIterable<? extends T> lazy
        ? (LazyIterable<T>) lazy
        : () -> GuardedIterator.over(iterable);
  }

  /**
   * {@return the rest of {@code iterator}, to be iterated once}
   *
   * <p>The second {@link #iterator()}, also of an operator above, is an
   * {@link IllegalStateException}. The iterator is closed at the end and with the traversal, if it
   * is {@link AutoCloseable}.
   */
  static <T extends @Nullable Object> LazyIterable<T> once(Iterator<? extends T> iterator) {
    return new OnceIterable<>(iterator);
  }

  /** {@return the items of all {@code parts}, one part after the other} */
  @SafeVarargs
  @SuppressWarnings("varargs") // Copied, and only read.
  static <T extends @Nullable Object> LazyIterable<T> chain(Iterable<? extends T>... parts) {
    return flatten(List.of(parts));
  }

  /** {@return the items of all {@code parts}; each part is asked for when it is reached} */
  static <T extends @Nullable Object> LazyIterable<T> flatten(
      Iterable<? extends Iterable<? extends T>> parts) {
    return LazyIterable.<Iterable<? extends T>>from(parts).flatMap(part -> part);
  }

  /** {@return what {@code function} makes of each item, called when that item is taken} */
  default <R extends @Nullable Object> LazyIterable<R> map(
      Function<? super T, ? extends R> function) {
    Objects.requireNonNull(function, "function");
    return () -> new MappingIterator<>(this, function);
  }

  /** {@return the items for which {@code predicate} is true} */
  default LazyIterable<T> filter(Predicate<? super T> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return () -> new FilteringIterator<>(this, predicate);
  }

  /**
   * {@return the items of what {@code function} makes of each item, in order}
   *
   * <p>An inner sequence is read item by item, and is closed at its end or with the traversal. It
   * must not be null.
   */
  default <R extends @Nullable Object> LazyIterable<R> flatMap(
      Function<? super T, ? extends Iterable<? extends R>> function) {
    Objects.requireNonNull(function, "function");
    return () -> new FlatteningIterator<T, R>(this, function);
  }

  /**
   * {@return the results of {@code function}, which is called with several items at a time, in the
   * order of the items}
   *
   * <p>At most {@code concurrency} items are held: their calls are under way, or their results wait
   * for an earlier one. The iterating thread takes items from the source when it asks for a result,
   * so none is taken while the consumer works on one. Put {@link #limit} before this operator
   * rather than behind it, so that no call is made for a result that nobody wants.
   *
   * <p>The function runs on threads of this traversal, named {@code pageturner-concurrent-…}:
   * virtual threads from Java 21 on, otherwise a pool of up to {@code concurrency} daemon threads.
   * It must be safe to call from several threads; thread locals of the consumer are not passed on.
   * Calls that it makes through one {@code ApiClient} share that client's rate limit, retry budget
   * and credentials.
   *
   * <p><b>A failure</b> of the function or of the source is thrown in its turn, after the results
   * before it. Once a call has failed, no further call begins until that failure has been thrown.
   * The iterator may then be asked again: it continues after the item whose call failed, or with
   * the item that the source could not give, as {@link #map} does. A checked exception becomes the
   * cause of a {@link dev.pageturner.error.PageturnerException.Callback}.
   *
   * <p><b>The traversal ends</b> early with {@link CloseableIterator#close()} from any thread, with
   * a failure out of {@link #forEach} and the like, or when an iterator that was left is garbage.
   * Then the calls under way are interrupted and no other begins. Nobody waits for them: a function
   * that ignores interrupts keeps its thread until it returns. A consumer that is interrupted while
   * it waits gets a {@link dev.pageturner.error.PageturnerException.Cancelled}, and its calls are
   * interrupted as well. If it asks the iterator again, the calls that threw are made again.
   *
   * @param concurrency the calls under way at a time, at least 1
   * @param function makes a result, which may be null, of an item
   */
  default <R extends @Nullable Object> LazyIterable<R> mapConcurrent(
      int concurrency, Function<? super T, ? extends R> function) {
    return concurrent(concurrency, function, true);
  }

  /**
   * {@return the results of {@code function}, which is called with several items at a time, in the
   * order in which the calls end}
   *
   * <p>Otherwise this is {@link #mapConcurrent}. A failure of the function is thrown when its call
   * has ended, a failure of the source after the results of the items before it.
   *
   * @param concurrency the calls under way at a time, at least 1
   * @param function makes a result, which may be null, of an item
   */
  default <R extends @Nullable Object> LazyIterable<R> mapConcurrentUnordered(
      int concurrency, Function<? super T, ? extends R> function) {
    return concurrent(concurrency, function, false);
  }

  private <R extends @Nullable Object> LazyIterable<R> concurrent(
      int concurrency, Function<? super T, ? extends R> function, boolean ordered) {
    Objects.requireNonNull(function, "function");
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency < 1: " + concurrency);
    }
    return () -> new ConcurrentIterator<T, R>(
        this, new ConcurrentCalls<>(concurrency, function, ordered, () -> Workers.of(concurrency)));
  }

  /** {@return these items, then those of {@code other}} */
  default LazyIterable<T> concat(Iterable<? extends T> other) {
    return chain(this, other);
  }

  /**
   * {@return at most the first {@code count} items}
   *
   * <p>The source is closed with the last of them and is not asked for more; for 0 it is not asked
   * at all.
   *
   * @param count 0 or more
   */
  default LazyIterable<T> limit(long count) {
    requireNotNegative(count);
    return count == 0 ? empty() : () -> new LimitedIterator<>(this, count);
  }

  /**
   * {@return all but the first {@code count} items}
   *
   * @param count 0 or more
   */
  default LazyIterable<T> skip(long count) {
    requireNotNegative(count);
    return () -> new SkippingIterator<>(this, count);
  }

  private static void requireNotNegative(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count < 0: " + count);
    }
  }

  /**
   * {@return the items before the first for which {@code predicate} is false}
   *
   * <p>That item is taken from the source, and no other; then the source is closed.
   */
  default LazyIterable<T> takeWhile(Predicate<? super T> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return () -> new TakeWhileIterator<>(this, predicate);
  }

  /** {@return the items from the first on for which {@code predicate} is false} */
  default LazyIterable<T> dropWhile(Predicate<? super T> predicate) {
    Objects.requireNonNull(predicate, "predicate");
    return () -> new FilteringIterator<>(this, new PrefixEnd<>(predicate));
  }

  /** {@return these items; {@code action} is called with each when it is taken} */
  default LazyIterable<T> peek(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    return map(item -> {
      action.accept(item);
      return item;
    });
  }

  /**
   * {@return what {@code function} makes of this sequence's and the other's first items, of their
   * second ones, and so on}
   *
   * <p>It ends with the shorter sequence, and then closes both. Pairs stay pairs whatever fails: an
   * item waits for a partner that comes again, and goes with one that is gone. Holds one item then.
   */
  default <U extends @Nullable Object, R extends @Nullable Object> LazyIterable<R> zip(
      Iterable<? extends U> other, BiFunction<? super T, ? super U, ? extends R> function) {
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(function, "function");
    return () -> new ZippingIterator<T, U, R>(this, other, function);
  }

  /** {@return the items that differ from the one before} */
  default LazyIterable<T> distinctUntilChanged() {
    return distinctUntilChanged(item -> item);
  }

  /** {@return the items whose key differs from that of the item before; keys may be null} */
  default LazyIterable<T> distinctUntilChanged(Function<? super T, ?> key) {
    Objects.requireNonNull(key, "key");
    return () -> new FilteringIterator<>(this, new KeyChange<>(key));
  }

  /**
   * {@return the items whose key is not among the {@code window} keys seen last}
   *
   * <p>For lists that repeat an item on a later page, as those do that count and change. A key that
   * comes again counts as seen last. Holds at most {@code window} keys, which may be null.
   *
   * @param key has {@code equals} and {@code hashCode} to compare by
   * @param window the keys to keep, at least 1
   */
  default LazyIterable<T> distinctBy(Function<? super T, ?> key, int window) {
    Objects.requireNonNull(key, "key");
    if (window < 1) {
      throw new IllegalArgumentException("window < 1: " + window);
    }
    return () -> new FilteringIterator<>(this, new RecentKeys<>(key, window));
  }

  /**
   * {@return groups of consecutive items with equal keys}
   *
   * <p>A {@link Group} is lazy, too, and shares this traversal: asking for the next group, already
   * with {@code hasNext()}, skips what is left of the former. Holds one item. When the source fails
   * while a group is read, the group may be asked again, in a loop or in {@link #flatMap}; a
   * function that reads a group whole, and throws what it met, has used the group up.
   *
   * @param key of an item; may be null
   */
  default <K extends @Nullable Object> LazyIterable<Group<K, T>> groupConsecutive(
      Function<? super T, ? extends K> key) {
    Objects.requireNonNull(key, "key");
    return () -> new GroupingIterator<K, T>(this, key);
  }

  /**
   * {@return lists of {@code size} consecutive items; the last may be shorter}
   *
   * @param size at least 1
   * @see #batched(BatchLimit)
   */
  default LazyIterable<List<T>> batched(int size) {
    return batched(BatchLimit.items(size));
  }

  /**
   * {@return lists of consecutive items, as many as {@code limit} has room for}
   *
   * <p>The lists are unmodifiable. Holds one batch, and one item that did not fit into it. When the
   * source fails, the items before the failure come as a batch first, and the failure with the next
   * question. An {@link Error} is thrown at once; those items come in the batch after it.
   */
  default LazyIterable<List<T>> batched(BatchLimit<? super T> limit) {
    Objects.requireNonNull(limit, "limit");
    return () -> new BatchingIterator<>(this, limit);
  }

  /**
   * {@return {@code count} sequences that share one traversal of this one}
   *
   * <p>Each can be iterated once; all of them belong to one thread. An item is kept from when the
   * fastest has taken it until the slowest has: read one to its end before another, and all items
   * are held. Closing an iterator, or dropping a sequence that was not iterated, frees its part.
   * The source is closed at its end, or when the iterators of all were closed. A failure goes to
   * the one that asked; that of an item which is gone, to all.
   *
   * @param count at least 1
   */
  default List<LazyIterable<T>> tee(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count < 1: " + count);
    }
    return TeeIterator.split(this, count);
  }

  /** Calls {@code action} with each item, and closes the traversal, whatever happens. */
  @Override
  default void forEach(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    try (CloseableIterator<T> items = iterator()) {
      items.forEachRemaining(action);
    }
  }

  /** {@return all items, in an unmodifiable list} */
  default List<T> toList() {
    List<T> items = new ArrayList<>();
    forEach(items::add);
    return Collections.unmodifiableList(items);
  }

  /**
   * {@return the first item, if there is one}
   *
   * @throws NullPointerException if it is null, which an {@code Optional} cannot say
   */
  default Optional<T> first() {
    try (CloseableIterator<T> items = iterator()) {
      return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
  }

  /** {@return what {@code collector} makes of all items} */
  default <R extends @Nullable Object, A extends @Nullable Object> R collect(
      Collector<? super T, A, R> collector) {
    try (Stream<T> items = stream()) {
      return items.collect(collector);
    }
  }

  /**
   * {@return a stream of the items, which asks for one item at a time}
   *
   * <p>A parallel stream is no faster than a sequential one, since a sequence cannot be split.
   * Close a stream that may not be read to its end, {@code try (var items = sequence.stream())}; a
   * short-circuiting operation such as {@code findFirst} closes nothing.
   */
  default Stream<T> stream() {
    CloseableIterator<T> items = GuardedIterator.over(iterator());
    return StreamSupport.stream(new SequenceSpliterator<>(items), false).onClose(items::close);
  }

  /** {@return the items of a fresh traversal, one at a time; it never splits} */
  @Override
  default Spliterator<T> spliterator() {
    return new SequenceSpliterator<>(GuardedIterator.over(iterator()));
  }
}
