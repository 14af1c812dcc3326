package dev.pageturner.page;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.internal.walk.FilteredPages;
import dev.pageturner.internal.walk.MappedPages;
import dev.pageturner.internal.walk.NestedPages;
import dev.pageturner.internal.walk.WalkedPages;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.sequence.LazyIterable;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All items of a paginated list, in the server's order, fetched as they are reached.
 *
 * <p>Each iterator walks from the first page again and sends one request per page, the first one
 * with the first {@code hasNext()} or {@code next()}. The methods that set something give back a
 * new sequence and leave this one as it is. A sequence may be shared between threads, an iterator
 * may not.
 *
 * <p>{@link #map}, {@link #filter}, {@link #peek}, {@link #thenEach} and {@link #chain} make paged
 * sequences again: a pipeline of them has checkpoints and resumes as a list does. The other
 * operators would have to remember what a checkpoint does not hold, and make a
 * {@link LazyIterable}; batches with their checkpoints are what {@link #forEachBatch} hands on. An
 * option that is set after an operator is set on the list whose pages these are: on the source, or
 * on the lists within; only {@link #maxItems} counts what comes out of the operator.
 *
 * <p>While others write to the list, what a traversal sees depends on how the list pages: with
 * cursors each item that stays is seen, as a rule once; with offsets and page numbers an item may
 * come twice or be left out.
 *
 * @param <T> the items
 */
public interface PagedIterable<T> extends LazyIterable<T> {
  @Override
  PagedIterator<T> iterator();

  /** {@return the pages themselves, empty ones included, each read whole} */
  LazyIterable<Page<T>> pages();

  /**
   * {@return what a function makes of each item, called when that item is taken}
   *
   * <p>When it throws, the item is gone, and the checkpoint is the place after it.
   */
  @Override
  default <R> PagedIterable<R> map(Function<? super T, ? extends R> function) {
    return MappedPages.of(this, function);
  }

  /** {@return these items; an action is called with each when it is taken} */
  @Override
  default PagedIterable<T> peek(Consumer<? super T> action) {
    Objects.requireNonNull(action, "action");
    return map(item -> {
      action.accept(item);
      return item;
    });
  }

  /**
   * {@return the items for which a predicate is true}
   *
   * <p>Items that were refused are behind the checkpoint, so that a resumed traversal does not read
   * them again; an item that {@code hasNext()} has found and {@code next()} has not given out is
   * not. A checkpoint of this list may be used with another predicate, too.
   */
  @Override
  default PagedIterable<T> filter(Predicate<? super T> predicate) {
    return FilteredPages.of(this, predicate);
  }

  /**
   * Goes through lists within lists, as {@link #thenEach(Function, LostList)} does, where a list
   * that cannot be read on after resuming is an error.
   *
   * @param list makes the list within of an item of this one
   * @param <R> the items of the lists within
   * @return the items of all lists within
   */
  default <R> PagedIterable<R> thenEach(
      Function<? super T, ? extends PagedIterable<? extends R>> list) {
    return thenEach(list, LostList.FAIL);
  }

  /**
   * Goes through lists within lists: for each item of this list through another list, one after the
   * other.
   *
   * <pre>{@code
   * organisations.thenEach(org -> repositories(org)).thenEach(repo -> pullRequests(repo))
   * }</pre>
   *
   * <p>The checkpoint is that of this list before the item, with that of the list within; after the
   * end of the list within, that of this list after the item. To resume reads at most one page of
   * each level again. A list within is asked for its first page when an item of it is wanted, and
   * this list for its next one when the lists of the items before have ended. Where the lists
   * within come from a {@link PageFunction}, which has no name, another item in the place of the
   * outer one is not noticed.
   *
   * <p>{@code maxPages} cannot be said of several lists; say it of this list before, or of the
   * lists within. A listener hears of all the lists. The traversal has ended for the reason for
   * which this list has, or, if that is its end, for which the first of the lists within was cut;
   * its verdict is the least certain one of all lists that were read to their end.
   *
   * @param list makes the list within of an item of this one; when it throws, the item is gone
   * @param lost what to do when a traversal is resumed, and the list within that its checkpoint
   *     names cannot be read on
   * @param <R> the items of the lists within
   * @return the items of all lists within
   */
  default <R> PagedIterable<R> thenEach(
      Function<? super T, ? extends PagedIterable<? extends R>> list, LostList lost) {
    return NestedPages.of(this, list, lost);
  }

  /**
   * Asks for pages of a size. The server may give fewer items, and some give more; nothing relies
   * on it. Default: what the server gives when it is not asked.
   *
   * @param items the items per page, from 1; above the maximum that the pagination knows, that
   *     maximum is asked for
   * @return the sequence with that page size
   */
  PagedIterable<T> pageSize(int items);

  /**
   * Ends each traversal after a number of items. A page size larger than that is lowered to it,
   * where positions do not depend on the page size.
   *
   * @param items the items, from 0, which sends no request
   * @return the sequence with that end
   */
  PagedIterable<T> maxItems(long items);

  /**
   * Ends each traversal after a number of pages.
   *
   * @param pages the pages, from 0, which sends no request
   * @return the sequence with that end
   */
  PagedIterable<T> maxPages(long pages);

  /**
   * Takes so many pages without an item, one after the other, for a fault of the server. Default:
   * 1,000.
   *
   * @param pages the pages, from 1
   * @return the sequence with that bound
   */
  PagedIterable<T> maxEmptyPages(int pages);

  /**
   * Takes so many pages with the same items, one after the other, for a loop. Default: 2
   * repetitions. Pages of objects that have no identity, such as equal readings of a sensor, may be
   * equal by right.
   *
   * @param pages the repetitions, from 1
   * @return the sequence with that bound
   */
  PagedIterable<T> maxSamePages(int pages);

  /**
   * Takes the end of the list as it comes. By default a list that ends without a signal although
   * the server's own words say that there is more is an error of kind
   * {@link dev.pageturner.error.PageturnerException.Kind#INCOMPLETE}, after all its items; and one
   * whose end something weaker speaks against is told as a warning. With this, both are told by
   * {@link PagedIterator#verdict()} and {@link TraversalEvent.Ended} only.
   *
   * @return the sequence that ends without an error
   */
  PagedIterable<T> acceptIncomplete();

  /**
   * Leaves out items that do not fit their type, and hands them over. By default such an item is an
   * error of kind {@link dev.pageturner.error.PageturnerException.Kind#PARSE}. An item that is left
   * out is behind every checkpoint after it, and does not count for {@link #maxItems}; how many
   * there were, {@link TraversalEvent.Ended} and the verdict say, which then calls the list
   * complete no more. Where a page has to be read again after a failure, an item of it may be
   * handed over again. A page that is no JSON stays an error.
   *
   * @param handler is called where the traversal runs; {@code item -> {}} to leave them out unseen
   * @return the sequence without such items
   */
  PagedIterable<T> onBadItem(BadItemHandler handler);

  /**
   * Starts each traversal after the item that the checkpoint names, rather than at the first one.
   *
   * @param checkpoint a checkpoint of the same list: same address, same filters
   * @return the sequence that starts there; its {@code iterator()} throws
   *     {@link dev.pageturner.error.PageturnerException.BadCheckpoint} if the checkpoint belongs to
   *     another list
   */
  PagedIterable<T> startFrom(Checkpoint checkpoint);

  /**
   * Makes the end of the list a position too: the checkpoint there holds what the last page offers
   * for later, such as a sync token, and a traversal that {@linkplain #startFrom starts from} it
   * delivers what has changed since, and nothing else, and ends in the same way. Before the end,
   * checkpoints are as ever.
   *
   * <p>Only a proved end is such a position; never an error, a limit or a closed traversal. Where
   * nothing speaks against an end, but nothing proves it either, {@link #acceptIncomplete()} makes
   * it one. A list whose end is none is an error of kind
   * {@link dev.pageturner.error.PageturnerException.Kind#INCOMPLETE}, after all its items, whose
   * message says what to do; with {@code acceptIncomplete()} a warning, and the checkpoint stays
   * the one after the last item.
   *
   * <p>Where a page has to be read again, after a failure or from a checkpoint within it, all of
   * its items come again: what changed meanwhile may have moved, and others may stand in its place.
   * Whoever applies the items by their keys loses none and doubles none.
   *
   * <p>A server forgets a token that is too old. Then the whole list is read, which is told by
   * {@link TraversalEvent.Recovery#RESYNCED} and
   * {@link dev.pageturner.position.Verdict#resynced()}: what was not delivered since is gone.
   *
   * <p>What the last page offers is said by
   * {@link dev.pageturner.pagination.Pagination#sync(dev.pageturner.pagination.Sync)}, or by
   * {@link Page#withLater} of a page function; or else looked for there under its usual names.
   *
   * @return the sequence that can be continued later
   */
  PagedIterable<T> sync();

  /**
   * Says what to do when the server no longer knows the cursor of the next page, as after a long
   * pause. Default: {@link ExpiredCursor#fail()}.
   *
   * @param policy for example {@code ExpiredCursor.startOver(Order::id)}
   * @return the sequence with that policy
   */
  PagedIterable<T> onExpiredCursor(ExpiredCursor<? super T> policy);

  /**
   * Reads pages ahead, in the background, while the consumer works on the current one. Default: 0.
   * At most 16 MiB are held ahead, and no page that {@link #maxItems} or {@link #maxPages} makes
   * needless is requested. A page too large to be held in memory is not read ahead.
   *
   * @param pages the pages ahead, from 0
   * @return the sequence that reads ahead
   */
  PagedIterable<T> prefetch(int pages);

  /** {@return the sequence that also tells this listener what happens} */
  PagedIterable<T> listener(TraversalListener listener);

  /**
   * Hands the items over in batches, each with the checkpoint after it, so that both can be
   * committed in one transaction.
   *
   * @param size the items per batch, from 1; the last batch may have fewer
   * @param sink where the batches go, one at a time
   * @return the checkpoint after the last item
   * @throws dev.pageturner.error.PageturnerException what the traversal throws; its checkpoint is
   *     the one after the last batch that the sink took
   * @throws Exception what the sink throws; the batch it was given counts as not taken
   */
  default Checkpoint forEachBatch(int size, BatchSink<T> sink) throws Exception {
    return forEachBatch(BatchLimit.items(size), sink);
  }

  /**
   * Hands the items over in batches limited by count, bytes or time, as {@link #forEachBatch(int,
   * BatchSink)} does.
   *
   * @param limit when a batch is full
   * @param sink where the batches go, one at a time
   * @return the checkpoint after the last item
   * @throws Exception as above
   */
  Checkpoint forEachBatch(BatchLimit<? super T> limit, BatchSink<T> sink) throws Exception;

  /**
   * {@return the items of several lists, one list after the other}
   *
   * <p>Its checkpoint names the list and the place in it. A list is asked for its first page when
   * those before have ended. Otherwise it is as with {@link #thenEach(Function)}.
   *
   * @param lists the lists
   * @param <T> the items
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // Copied, and only read.
  static <T> PagedIterable<T> chain(PagedIterable<? extends T>... lists) {
    return NestedPages.chain(List.of(lists));
  }

  /**
   * {@return the list whose pages a function fetches}
   *
   * <p>The same laws hold as for lists over HTTP: lazy, frugal, re-iterable, resumable, finite.
   *
   * @param pages fetches a page
   * @param <T> the items
   */
  static <T> PagedIterable<T> from(PageFunction<T> pages) {
    return WalkedPages.of(pages);
  }
}
