package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One traversal of lists within lists: for each item of the outer list through another list.
 *
 * <p><b>States.</b> It is <i>between</i> two lists ({@code reached} and {@code inner} are null),
 * has <i>reached</i> one (the outer item is taken and the function was applied, the list is not
 * open), or is <i>within</i> one ({@code inner}). Only between two lists is the outer list asked to
 * go on, and the list within is asked only when an element of it is wanted.
 *
 * <p><b>Place.</b> It counts nothing: while a list is reached or open, the outer list is kept at
 * the place before its item ({@code outerSpot}, {@code outerConsumed}), and the checkpoint is that
 * place and the one within. When the list within has ended it is the place after the item. The
 * number of items before is added up from the checkpoints at the ends of the lists within.
 *
 * <p><b>Failures.</b> What fails may be asked again: the outer list, to open the list that was
 * reached, the list within. When the function throws, the outer item is gone, as with any operator.
 * An error leaves with the checkpoint of all lists, whichever it came from.
 *
 * <p><b>Resumed.</b> {@code pending} is the checkpoint within the list that was being read, from
 * the beginning until that list has given its first element or has ended; until then it is not
 * known whether that list is still there, and {@link Resumption} says what happens if it is not.
 *
 * <p><b>Threads.</b> One consumer at a time, but for {@link #close()}, {@link #reason()} and
 * {@link #verdict()}, which any thread may call.
 *
 * @param <P> the items of the outer list
 * @param <R> the items of the lists within
 * @param <E> what is traversed of these: items, or pages
 */
final class NestedSteps<P, R, E> implements Steps<E> {
  /** After so many steps without an element others have their turn, and whoever closes is heard. */
  private static final int MOST_AT_ONCE = 256;

  private final Steps<P> outer;
  private final Function<P, SteppedPages<R>> function;
  private final Opening<R, E> opening;
  private final Supplies supplies;
  private final Resumption resumption;

  private @Nullable Checkpoint pending;
  private @Nullable SteppedPages<R> reached;
  private volatile @Nullable Steps<E> inner;
  private PageSpot outerSpot;
  private long outerConsumed;
  private long itemsBefore;
  private @Nullable Within within;

  private @Nullable StopReason limited;
  private @Nullable Verdict weakest;
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

  /** A page of a list within, and what the checkpoints in it have in common. */
  private record Within(PageSpot page, PageSpot spot) {}

  private record Ending(StopReason reason, @Nullable Verdict verdict) {}

  /** Opens the items, or the pages, of a list. */
  interface Opening<R, E> {
    /** {@return a traversal} */
    Steps<E> open(SteppedPages<R> list, Supplies supplies);
  }

  NestedSteps(
      Steps<P> outer,
      Function<P, SteppedPages<R>> function,
      Opening<R, E> opening,
      Supplies supplies,
      Resumption resumption) {
    this.outer = outer;
    this.function = function;
    this.opening = opening;
    this.supplies = supplies;
    this.resumption = resumption;
    this.pending = resumption.within();
    this.itemsBefore = resumption.itemsBefore();
    this.outerSpot = outer.spot();
    this.outerConsumed = outer.consumed();
  }

  @Override
  public State advance(boolean patient) {
    try {
      for (int i = 0; i < MOST_AT_ONCE; i++) {
        Steps<E> open = inner;
        if (ending.get() != null) {
          return State.ENDED;
        }
        State state = open == null ? toNext(patient) : within(open, patient);
        if (state != State.ENDED) {
          return state;
        }
      }
    } catch (PageturnerException e) {
      throw e.leaveTraversal(checkpoint());
    }
    supplies.wake();
    return State.WAITING;
  }

  /** Opens the next list; {@code ENDED} where that is done, or where there is none. */
  private State toNext(boolean patient) {
    SteppedPages<R> list = reached;
    if (list == null) {
      State state = outer.advance(patient);
      if (state == State.ENDED) {
        end();
      }
      if (state != State.READY) {
        return state;
      }
      list = reach();
    }
    open(list);
    return State.ENDED;
  }

  private SteppedPages<R> reach() {
    PageSpot spot = outer.spot();
    long consumed = outer.consumed();
    P item = outer.take();
    SteppedPages<R> list;
    try {
      list = function.apply(item);
    } catch (Throwable e) {
      pending = null; // The item is gone, and its list with it.
      throw e;
    }
    outerSpot = spot;
    outerConsumed = consumed;
    reached = list;
    return list;
  }

  private void open(SteppedPages<R> list) {
    if (pending != null && !pending.request().equals(list.fingerprint())) {
      resumption.lost("where its outer item was, another one stands, or its list is another");
      pending = null;
    }
    Checkpoint from = pending;
    try {
      SteppedPages<R> rest = from == null ? list : SteppedPages.of(list.startFrom(from));
      enter(opening.open(rest, supplies));
    } catch (PageturnerException.BadCheckpoint e) {
      lose(e);
    }
  }

  private void enter(Steps<E> opened) {
    inner = opened;
    if (ending.get() != null) { // By another thread, in the meantime.
      opened.close();
    }
  }

  private State within(Steps<E> open, boolean patient) {
    State state;
    try {
      state = open.advance(patient);
    } catch (PageturnerException e) {
      lose(e);
      return State.ENDED;
    }
    if (state == State.READY) {
      pending = null;
    } else if (state == State.ENDED && ending.get() == null) {
      leave(open);
    }
    return state;
  }

  /** Gives up a list that cannot be read on from its checkpoint; throws what is no such thing. */
  private void lose(PageturnerException e) {
    Checkpoint from = pending;
    if (from == null || !resumption.isLost(e)) {
      throw e;
    }
    resumption.lost(e);
    Steps<E> open = inner;
    if (open != null) {
      open.close();
    }
    inner = null;
    pending = null;
    if (resumption.skips()) {
      reached = null;
      itemsBefore += from.items();
    }
  }

  private void leave(Steps<E> open) {
    itemsBefore += open.checkpoint().items();
    open.verdict().ifPresent(end -> weakest = weakest == null ? end : weakest.and(end));
    if (limited == null && open.reason() != StopReason.END_OF_LIST) {
      limited = open.reason();
    }
    pending = null;
    inner = null;
    reached = null;
  }

  private void end() {
    StopReason why = outer.reason();
    if (why == null || why == StopReason.END_OF_LIST) {
      if (pending != null) {
        resumption.lost("its outer item is not in the outer list any more");
        pending = null;
      }
      why = limited == null ? StopReason.END_OF_LIST : limited;
    }
    Verdict verdict = null;
    if (why == StopReason.END_OF_LIST) {
      Verdict own = outer.verdict().orElse(weakest);
      verdict = own == null || weakest == null ? own : weakest.and(own);
    }
    ending.compareAndSet(null, new Ending(why, verdict));
  }

  @Override
  public E take() {
    Steps<E> open = inner;
    if (open == null) {
      throw NoMore.error(reason());
    }
    try {
      return open.take();
    } catch (PageturnerException e) {
      throw e.leaveTraversal(checkpoint());
    }
  }

  @Override
  public boolean hasMore() {
    Steps<E> open = inner;
    try {
      return open != null && ending.get() == null && open.hasMore();
    } catch (PageturnerException e) {
      throw e.leaveTraversal(checkpoint());
    }
  }

  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // All items of a page share one spot.
  public PageSpot spot() {
    Steps<E> open = inner;
    if (open == null) {
      Checkpoint here = checkpoint();
      return consumed -> here;
    }
    PageSpot page = open.spot();
    Within known = within;
    if (known == null || known.page() != page) {
      known = new Within(page, spot(page));
      within = known;
    }
    return known.spot();
  }

  private PageSpot spot(PageSpot page) {
    PageSpot spot = outerSpot;
    long consumed = outerConsumed;
    long items = itemsBefore;
    return taken -> checkpoint(items, spot.after(consumed), page.after(taken));
  }

  @Override
  public long consumed() {
    Steps<E> open = inner;
    return open == null ? 0 : open.consumed();
  }

  @Override
  public Checkpoint checkpoint() {
    Steps<E> open = inner;
    if (open == null && reached == null) {
      return checkpoint(itemsBefore, outer.checkpoint(), pending);
    }
    Checkpoint before = outerSpot.after(outerConsumed);
    return checkpoint(itemsBefore, before, open == null ? pending : open.checkpoint());
  }

  private Checkpoint checkpoint(long items, Checkpoint outside, @Nullable Checkpoint inside) {
    return Checkpoint.of(
        resumption.request(), items, inside == null ? List.of(outside) : List.of(outside, inside));
  }

  @Override
  public @Nullable StopReason reason() {
    Ending now = ending.get();
    return now == null ? null : now.reason();
  }

  @Override
  public Optional<Verdict> verdict() {
    return Optional.ofNullable(ending.get()).map(Ending::verdict);
  }

  @Override
  public void close() {
    ending.compareAndSet(null, new Ending(StopReason.CLOSED, null));
    Steps<E> open = inner;
    try (outer) {
      if (open != null) {
        open.close();
      }
    }
  }
}
