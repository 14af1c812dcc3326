package dev.pageturner.async.internal;

import dev.pageturner.async.Checkpointed;
import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PagedPublisher;
import dev.pageturner.internal.walk.NestedPages;
import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.LostList;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The items of a list: the list itself says how it is traversed, an engine does it. */
public record ListPublisher<T>(PagedIterable<T> list, Engine engine, Executor executor)
    implements PagedPublisher<T>, OwnPublisher<T> {
  /** Checks the values. */
  public ListPublisher {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(executor, "executor");
  }

  @Override
  public Pull.Source<T> source() {
    return wake -> engine.items(list, wake);
  }

  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    new PagedEmission<T>(wake -> engine.items(list, wake), subscriber, executor).start();
  }

  @Override
  public LazyPublisher<Page<T>> pages() {
    return new PulledPublisher<>(wake -> engine.pages(list, wake), executor);
  }

  @Override
  public LazyPublisher<Checkpointed<T>> withCheckpoints() {
    return new PulledPublisher<>(
        wake -> new CheckpointedPull<>(engine.items(list, wake)), executor);
  }

  private PagedPublisher<T> of(PagedIterable<T> list) {
    return new ListPublisher<>(list, engine, executor);
  }

  @Override
  public <R> PagedPublisher<R> map(Function<? super T, ? extends R> function) {
    Objects.requireNonNull(function, "function");
    PagedIterable<R> mapped = list.map(
        item -> Objects.requireNonNull(function.apply(item), "the function of map gave null"));
    return new ListPublisher<>(mapped, engine, executor);
  }

  @Override
  public PagedPublisher<T> filter(Predicate<? super T> predicate) {
    return of(list.filter(predicate));
  }

  @Override
  public <R> PagedPublisher<R> thenEach(
      Function<? super T, ? extends PagedPublisher<? extends R>> function, LostList lost) {
    Objects.requireNonNull(function, "function");
    PagedIterable<R> nested =
        list.thenEach(item -> ListPublisher.<R>listOf(function.apply(item), engine), lost);
    return new ListPublisher<>(nested, engine, executor);
  }

  /** {@return the items of several lists, one list after the other} */
  public static <T> PagedPublisher<T> chain(List<? extends PagedPublisher<? extends T>> parts) {
    List<PagedIterable<T>> lists =
        parts.stream().map(part -> ListPublisher.<T>listOf(part, Engine.PLAIN)).toList();
    Executor executor = parts.isEmpty() ? Pulls.DEFAULT : Pulls.executorOf(parts.get(0));
    return new ListPublisher<>(NestedPages.chain(lists), Engine.PLAIN, executor);
  }

  /** {@return the list of a publisher, to be read in a traversal that another engine runs} */
  @SuppressWarnings("unchecked") // A publisher only gives elements out.
  private static <T> PagedIterable<T> listOf(
      @Nullable PagedPublisher<? extends T> publisher, Engine around) {
    Objects.requireNonNull(publisher, "the function gave null instead of a list");
    if (publisher instanceof ListPublisher<? extends T> ours) {
      return ours.engine.equals(around)
          ? (PagedIterable<T>) ours.list
          : ours.engine.equip(ours.list);
    }
    throw new IllegalArgumentException("a list that was not made by the SDK");
  }

  @Override
  public PagedPublisher<T> pageSize(int items) {
    return of(list.pageSize(items));
  }

  @Override
  public PagedPublisher<T> maxItems(long items) {
    return of(list.maxItems(items));
  }

  @Override
  public PagedPublisher<T> maxPages(long pages) {
    return of(list.maxPages(pages));
  }

  @Override
  public PagedPublisher<T> maxEmptyPages(int pages) {
    return of(list.maxEmptyPages(pages));
  }

  @Override
  public PagedPublisher<T> maxSamePages(int pages) {
    return of(list.maxSamePages(pages));
  }

  @Override
  public PagedPublisher<T> acceptIncomplete() {
    return of(list.acceptIncomplete());
  }

  @Override
  public PagedPublisher<T> onBadItem(BadItemHandler handler) {
    return of(list.onBadItem(handler));
  }

  @Override
  public PagedPublisher<T> startFrom(Checkpoint checkpoint) {
    return of(list.startFrom(checkpoint));
  }

  @Override
  public PagedPublisher<T> sync() {
    return of(list.sync());
  }

  @Override
  public PagedPublisher<T> onExpiredCursor(ExpiredCursor<? super T> policy) {
    return of(list.onExpiredCursor(policy));
  }

  @Override
  public PagedPublisher<T> prefetch(int pages) {
    return of(list.prefetch(pages));
  }

  @Override
  public PagedPublisher<T> listener(TraversalListener listener) {
    return of(list.listener(listener));
  }

  @Override
  public PagedPublisher<T> executor(Executor executor) {
    return new ListPublisher<>(list, engine, executor);
  }

  @Override
  public String toString() {
    return "PagedPublisher[" + list + "]";
  }
}
