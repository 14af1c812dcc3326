package dev.pageturner.async;

import dev.pageturner.async.internal.Engine;
import dev.pageturner.async.internal.FunctionReader;
import dev.pageturner.async.internal.ListPublisher;
import dev.pageturner.async.internal.Pulls;
import dev.pageturner.internal.walk.WalkedPages;
import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.LostList;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All items of a paginated list, in the server's order, fetched as they are asked for: the twin of
 * {@link PagedIterable}.
 *
 * <p>Each subscription walks from the first page again, on its own, and sends one request per page,
 * the first one with the first demand. A page is fetched when an item of it is asked for and not
 * before, unless {@link #prefetch} says so. To cancel aborts the request under way. Errors carry
 * the checkpoint to go on from. Its subscriptions are {@link PagedSubscription}s.
 *
 * <p>{@link #map}, {@link #filter}, {@link #thenEach} and {@link #chain} make such lists again,
 * which keep their checkpoints, as those of {@link PagedIterable} do; options that follow are set
 * as there. Their functions run where the items are decoded: on the executor or, while a page is
 * streamed, on a thread that waits for its bytes; never two at a time for one subscription.
 *
 * @param <T> the items
 */
public interface PagedPublisher<T> extends LazyPublisher<T> {
  /** {@return the pages themselves, empty ones included, each read whole} */
  LazyPublisher<Page<T>> pages();

  /**
   * {@return the items, each with the checkpoint after it}
   *
   * <p>The checkpoint goes with the item through filters, batches and other threads, so that what
   * was worked on and where to go on are stored together.
   */
  LazyPublisher<Checkpointed<T>> withCheckpoints();

  /**
   * {@return what a function makes of each item} When it throws, the checkpoint is the place after
   * the item.
   */
  @Override
  <R> PagedPublisher<R> map(Function<? super T, ? extends R> function);

  /**
   * {@return the items that a predicate accepts} Items that were refused are behind the checkpoints
   * of those after them, and of an error.
   */
  @Override
  PagedPublisher<T> filter(Predicate<? super T> predicate);

  /**
   * {@return the items of lists within this list, one list after the other, as
   * {@link PagedIterable#thenEach(Function)} has it}
   *
   * @param list makes the list within of an item of this one
   * @param <R> the items of the lists within
   */
  default <R> PagedPublisher<R> thenEach(
      Function<? super T, ? extends PagedPublisher<? extends R>> list) {
    return thenEach(list, LostList.FAIL);
  }

  /**
   * {@return the items of lists within this list, as {@link PagedIterable#thenEach(Function,
   * LostList)} has it}
   *
   * @param list makes the list within of an item of this one; it may be of another client
   * @param lost what to do where the list of a checkpoint cannot be read on
   * @param <R> the items of the lists within
   */
  <R> PagedPublisher<R> thenEach(
      Function<? super T, ? extends PagedPublisher<? extends R>> list, LostList lost);

  /** {@return the list with pages of a size, as {@link PagedIterable#pageSize} has it} */
  PagedPublisher<T> pageSize(int items);

  /** {@return the list up to a number of items, from 0, which sends no request} */
  PagedPublisher<T> maxItems(long items);

  /** {@return the list up to a number of pages, from 0, which sends no request} */
  PagedPublisher<T> maxPages(long pages);

  /** {@return the list that fails after so many pages without an item in a row; default 1,000} */
  PagedPublisher<T> maxEmptyPages(int pages);

  /** {@return the list that fails after so many repetitions of a page's items; default 2} */
  PagedPublisher<T> maxSamePages(int pages);

  /**
   * {@return the list whose end is taken as it comes, as {@link PagedIterable#acceptIncomplete} has
   * it}
   */
  PagedPublisher<T> acceptIncomplete();

  /**
   * {@return the list without the items that do not fit their type, which a handler gets, as
   * {@link PagedIterable#onBadItem} has it}
   */
  PagedPublisher<T> onBadItem(BadItemHandler handler);

  /**
   * {@return the list after the item that a checkpoint names} A checkpoint of another list is
   * signalled as {@link dev.pageturner.error.PageturnerException.BadCheckpoint}.
   */
  PagedPublisher<T> startFrom(Checkpoint checkpoint);

  /**
   * {@return the list whose end is a position too, as {@link PagedIterable#sync} has it: after the
   * last item, {@link PagedSubscription#checkpoint()} is where what changes later begins}
   */
  PagedPublisher<T> sync();

  /**
   * {@return the list with a policy for cursors that the server no longer knows, as
   * {@link PagedIterable#onExpiredCursor} has it}
   */
  PagedPublisher<T> onExpiredCursor(ExpiredCursor<? super T> policy);

  /** {@return the list with pages read ahead, as {@link PagedIterable#prefetch} has it} */
  PagedPublisher<T> prefetch(int pages);

  /** {@return the list that also tells this listener what happens, on the threads where it does} */
  PagedPublisher<T> listener(TraversalListener listener);

  @Override
  PagedPublisher<T> executor(Executor executor);

  /**
   * {@return the items of several lists, one list after the other, as
   * {@link PagedIterable#chain(PagedIterable[])} has it; signals come from where those of the first
   * do}
   *
   * @param lists the lists, which may be of several clients
   * @param <T> the items
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // Copied, and only read.
  static <T> PagedPublisher<T> chain(PagedPublisher<? extends T>... lists) {
    return ListPublisher.chain(List.of(lists));
  }

  /**
   * {@return the list whose pages a function fetches}
   *
   * <p>The same laws hold as for lists over HTTP: lazy, frugal, resumable, finite. One page is
   * fetched at a time; to cancel cancels the stage under way.
   *
   * @param pages gives the page at a position, {@link Position#start()} for the first one
   * @param <T> the items
   */
  static <T> PagedPublisher<T> from(Function<Position, ? extends CompletionStage<Page<T>>> pages) {
    PagedIterable<T> list = WalkedPages.of(FunctionReader.source(pages));
    return new ListPublisher<>(list, Engine.PLAIN, Pulls.DEFAULT);
  }
}
