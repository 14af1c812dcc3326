package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.walk.Steps.State;
import dev.pageturner.page.BadItemHandler;
import dev.pageturner.page.Page;
import dev.pageturner.page.Total;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One traversal: through the items of a page, from page to page, until the end or a limit.
 *
 * <p><b>Place.</b> It stands at one {@link LinePage}, {@code here}, which alone knows the place,
 * the items consumed and the end; everything else (the items given out, the number of the page, the
 * checkpoint) is computed from it. It goes on to the next page as soon as the end of this one is
 * known and leads on, and counts an item when it has been given out, not before.
 *
 * <p><b>Threads.</b> One consumer at a time calls everything but {@link #close()},
 * {@link #reason()} and {@link #verdict()}, which any thread may call. Pages come from a
 * {@link PageSupply}, which may fetch on other threads and hides that.
 *
 * <p><b>Failures.</b> Whatever fails, the page is broken off: it is fetched again by the next call,
 * which skips what was consumed, so that the same item comes again and no other is lost or doubled.
 * An error carries the checkpoint of {@code here}. Two kinds differ: where the way leads back to a
 * page that was read, or a guessed way proved wrong, going on from the next page would give items
 * out twice, so that the checkpoint stays after the page before; and an end of the list that the
 * server contradicts is an error after all items, and the last page is asked again.
 *
 * <p><b>Items that do not fit.</b> Where they are handed over, the next item is decoded before it
 * is said to be there, and held as {@code ready}. An item that is left out counts as consumed, not
 * as given out.
 *
 * <p><b>Dead positions.</b> Where the server no longer knows a position, {@link Recovery} may say
 * another place: the walk stands there then, at a page to be fetched, and counts what it has given
 * out on. Only the consumer's thread moves, when it has come to the page that failed.
 *
 * <p><b>Ends.</b> {@code ending} is set once, when the list has ended, a limit was reached or the
 * traversal was closed, by whoever comes first; what happens in a page after that is not told any
 * more. A close that comes while the consumer is within a page makes the page fail, which is then
 * the end and no error. Of a traversal that is to be continued later, the end is also its place
 * from then on: where the list of what changes later begins.
 */
final class ItemWalk<T> {
  private final PageSource<T> source;
  private final TraversalOptions options;
  private final EventEmitter told;
  private final PageSupply<T> supply;
  private final Recovery<T> recovery;
  private final String request;
  private final Place start;
  private final AtomicBoolean moving = new AtomicBoolean();

  private LinePage<T> here;
  private @Nullable LinePage<T> before;
  private boolean staysBefore;
  private long startItem;
  private long omitted;
  private long leftOut;
  private @Nullable T ready;
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private @Nullable WalkSpot spot;

  /**
   * Why the traversal ended; if it is the end of the list, how far that can be believed, and where
   * what changes later begins, if that was asked for.
   */
  private record Ending(
      StopReason reason,
      @Nullable Verdict verdict,
      @Nullable Place later) {}

  /** Starts a traversal whose pages are supplied as its consumer needs them. */
  ItemWalk(PageSource<T> source, TraversalOptions options, Supplies supplies) {
    this.source = source;
    this.options = options;
    this.told = new EventEmitter(options.listener());
    this.request = source.fingerprint();
    this.start = options.place();
    this.startItem = start.items() + options.consumed();
    checkStart(options.start());
    PageLine<T> line = new PageLine<>(options, told);
    PageReader<T> reader = source.reader(options.forPages(told));
    this.recovery = new Recovery<>(source, reader, options);
    this.supply = supplies.supply(reader, line);
    this.here = supply.here();
  }

  private void checkStart(@Nullable Checkpoint checkpoint) {
    if (checkpoint == null) {
      return;
    } else if (!checkpoint.request().equals(request)) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint belongs to another list, or to other filters", null);
    }
    source.check(start);
  }

  Checkpoint checkpoint() {
    Place later = later();
    if (later != null) {
      return spot(later).after(0);
    }
    LinePage<T> page = before;
    if (!staysBefore || page == null) {
      page = here;
    }
    return spot(page.place()).after(page.consumed());
  }

  /** {@return what makes the checkpoints of the page where this stands; from any thread} */
  PageSpot spot() {
    Place later = later();
    return spot(later == null ? here.place() : later);
  }

  private WalkSpot spot(Place place) {
    WalkSpot last = spot;
    if (last == null || !last.isAt(place)) {
      last = new WalkSpot(place, source, request);
      spot = last;
    }
    return last;
  }

  long consumed() {
    return later() == null ? here.consumed() : 0;
  }

  /** {@return where what changes later begins, once the list has ended and said so} */
  private @Nullable Place later() {
    Ending now = ending.get();
    return now == null ? null : now.later();
  }

  @Nullable
  StopReason reason() {
    Ending now = ending.get();
    return now == null ? null : now.reason();
  }

  Optional<StopReason> stopReason() {
    return Optional.ofNullable(reason());
  }

  Optional<Verdict> verdict() {
    return Optional.ofNullable(ending.get()).map(Ending::verdict);
  }

  private boolean isOver() {
    return ending.get() != null;
  }

  boolean isFull() {
    return given() >= options.maxItems();
  }

  private long given() {
    return here.place().items() + here.consumed() - startItem - omitted - leftOut;
  }

  private long pagesRead() {
    return here.place().pages() - start.pages() + (here.isDrained() ? 1 : 0);
  }

  /**
   * Moves on to the next item, through as many pages as that takes; sends nothing if there is one.
   */
  boolean hasItem() {
    return advance(true) == State.READY;
  }

  /**
   * Moves on to the next item, unless a page is needed that has to be waited for.
   *
   * @param patient whether the bytes of a page that is streamed may be waited for, too
   */
  State advance(boolean patient) {
    try {
      while (!isOver()) {
        State page = toPage(patient);
        if (page != State.READY) {
          return page;
        }
        OpenPage<T> open = here.open();
        if (open != null && hasItem(open)) {
          return State.READY;
        } else if (open != null) {
          here.drained();
        }
      }
    } catch (RuntimeException | Error e) {
      failed(e);
    }
    return State.ENDED;
  }

  /** {@return whether a page has another item, after those that do not fit and are left out} */
  private boolean hasItem(OpenPage<T> open) {
    BadItemHandler handler = options.badItems();
    if (ready == null) {
      passRepeated(open);
    }
    if (handler == null && !recovery.leavesOut()) {
      return open.hasNext();
    }
    while (ready == null && open.hasNext()) {
      try {
        look(open.next());
      } catch (UnfitItem e) {
        if (handler == null) {
          throw e;
        }
        handler.on(e.item());
        here.consumedOne();
        omitted++;
      }
      if (ready == null) {
        passRepeated(open);
      }
    }
    return ready != null;
  }

  private void passRepeated(OpenPage<T> open) {
    while (open.isNextRepeated()) {
      open.skip();
      here.consumedOne();
      leftOut++;
    }
  }

  /** Holds an item as the next one, unless it was given out before the list was started over. */
  private void look(T item) {
    if (recovery.leavesOut() && recovery.wasGiven(item)) {
      here.consumedOne();
      leftOut++;
    } else {
      ready = item;
    }
  }

  private T taken(OpenPage<T> open) {
    T item = ready == null ? open.next() : ready;
    ready = null;
    here.consumedOne();
    return item;
  }

  /** Moves on to a page that can be read on, unless it has to be waited for. */
  private State toPage(boolean patient) {
    while (!isOver()) {
      OpenPage<T> open = here.open();
      if (isFull()) {
        stop(StopReason.MAX_ITEMS);
      } else if (here.isDrained()) {
        leave();
      } else if (here.isEntered() && open != null) {
        return patient || !open.mayBlock() ? State.READY : State.BLOCKING;
      } else if (isNoneWanted()) {
        stop(StopReason.MAX_PAGES);
      } else if (restartsWhole()) {
        move(recovery.whole(here.place()), "the first page of the list is read again");
      } else if (!supply.isReady()) {
        return State.WAITING;
      } else if (!patient && mayWaitToEnter()) {
        return State.BLOCKING;
      } else {
        enter();
      }
    }
    return State.ENDED;
  }

  /** {@return whether skipping what was consumed may wait for bytes} */
  private boolean mayWaitToEnter() {
    OpenPage<T> open = here.open();
    return open != null && open.mayBlock() && here.consumed() > 0;
  }

  /** {@return whether not even the first page was wanted} */
  private boolean isNoneWanted() {
    return options.limits().maxPages() == 0;
  }

  /** {@return whether the page under way has another item to give out; leaves no page} */
  boolean hasMore() {
    OpenPage<T> open = here.open();
    if (open == null || !here.isEntered() || isOver() || isFull()) {
      return false;
    }
    try {
      return hasItem(open);
    } catch (RuntimeException | Error e) {
      failed(e);
      return false;
    }
  }

  /** Gives out the item that {@link #hasItem} found. */
  T item() {
    OpenPage<T> open = here.open();
    if (open == null || !here.isEntered()) {
      throw noMore();
    }
    long consumed = here.consumed();
    try {
      T item = taken(open);
      if (recovery.remembers()) {
        recovery.gave(List.of(item));
      }
      return item;
    } catch (RuntimeException | Error e) {
      here.consumed(consumed);
      failed(e);
      throw noMore();
    }
  }

  /** {@return what is thrown where there is nothing more to give out: it says why} */
  NoSuchElementException noMore() {
    return NoMore.error(reason());
  }

  /**
   * Moves on to the next page, unless it has to be waited for.
   *
   * @param patient whether the bytes of a page that is streamed may be waited for, too
   */
  State advanceToPage(boolean patient) {
    try {
      return toPage(patient);
    } catch (RuntimeException | Error e) {
      failed(e);
      return State.ENDED;
    }
  }

  /**
   * Reads the page that {@link #advanceToPage} found to its end, or what {@code maxItems} leaves of
   * it; null if the traversal was closed meanwhile.
   */
  @Nullable
  Page<T> page() {
    long consumed = here.consumed();
    long omittedBefore = omitted;
    long leftOutBefore = leftOut;
    try {
      OpenPage<T> open = here.open();
      return open == null ? null : drain(open);
    } catch (RuntimeException | Error e) {
      here.consumed(consumed);
      omitted = omittedBefore;
      leftOut = leftOutBefore;
      failed(e);
      return null;
    }
  }

  private Page<T> drain(OpenPage<T> open) {
    List<T> items = new ArrayList<>();
    while (!isFull() && hasItem(open)) {
      items.add(taken(open));
    }
    while (open.hasNext()) {
      open.skip();
    }
    Total total = open.total().orElse(null);
    PageEnd end = end(open);
    recovery.gave(items);
    here.drained();
    Position next = end.next() == null ? null : end.next().position();
    Page<T> page =
        new Page<>(items, here.place().position(), next, open.status(), open.headers(), total);
    Optional<Since> later = Optional.ofNullable(end.later()).flatMap(Place::since);
    return later.map(since -> page.withLater(since.position())).orElse(page);
  }

  private void enter() {
    if (!moving.compareAndSet(false, true)) {
      throw new IllegalStateException("the iterator is used by two threads");
    }
    try {
      if (!openOrMove()) {
        return;
      }
      OpenPage<T> open = here.open();
      if (open == null) {
        stop(StopReason.CLOSED);
      } else {
        skipConsumed(open);
        here.entered();
        staysBefore = false;
      }
    } finally {
      moving.set(false);
    }
  }

  /** {@return whether the page was asked for; if not, the walk stands at another page now} */
  private boolean openOrMove() {
    try {
      supply.open();
      return true;
    } catch (PageturnerException e) {
      moveOrThrow(e);
      return false;
    }
  }

  /** Goes on elsewhere if the server no longer knows the position of the page. */
  private void moveOrThrow(PageturnerException e) {
    long given = given();
    Optional<Recovery.Move> move = recovery.after(e, here.place(), here.consumed(), given);
    if (move.isEmpty()) {
      throw e;
    }
    move(move.get(), String.valueOf(e.getMessage()));
  }

  private void move(Recovery.Move move, String reason) {
    told.recovered(move.how(), reason);
    long given = given();
    here = supply.move(move.place(), move.isSamePage() ? here.consumed() : 0);
    before = null;
    startItem += given() - given;
  }

  /**
   * {@return whether a list that is synced is read from its beginning again, although items of it
   * were given out: what it lost meanwhile, nobody tells}
   */
  private boolean restartsWhole() {
    boolean whole = here.place().since().map(Since::whole).orElse(true);
    boolean start = here.place().position() instanceof Position.Start;
    return options.sync() && whole && start && here.consumed() > 0 && here.open() == null;
  }

  /**
   * Leaves out what is behind the consumer. Of a list that is synced, a page that is read again may
   * have other items by then, as those that changed have moved: to leave out as many would lose
   * some for good, so that all of them come again.
   */
  private void skipConsumed(OpenPage<T> page) {
    if (options.sync()) {
      startItem -= here.consumed();
      here.consumed(0);
      return;
    }
    long left = here.consumed();
    while (left > 0 && page.hasNext()) {
      page.skip();
      left--;
    }
    if (left > 0 && !here.isResized()) {
      here.consumed(here.consumed() - left);
      startItem -= left;
      told.warn("the page of the checkpoint has now " + left + " items fewer than were consumed");
    }
  }

  /** The end of the page where the traversal stands, asked once. */
  private PageEnd end(OpenPage<T> open) {
    PageEnd known = here.end();
    if (known == null) {
      known = open.end();
      supply.ended(known);
    }
    return known;
  }

  /** Goes on to the next page, or ends. */
  private void leave() {
    OpenPage<T> open = here.open();
    PageEnd end;
    try {
      end = open == null ? here.end() : end(open);
    } catch (PageturnerException e) {
      moveOrThrow(e); // An error with status 200 is known when its page was read.
      return;
    }
    if (end == null) {
      stop(StopReason.CLOSED);
      return;
    }
    here.throwObjection();
    LinePage<T> left = here;
    // Of pages that are smaller now, the consumed items may fill several.
    long consumedAhead = left.isResized() ? Math.max(0, left.consumed() - end.items()) : 0;
    if (end.verdict() != null) {
      endOfList(supply.verdict(end.verdict()), end.later(), consumedAhead);
      return;
    }
    here = supply.advance();
    if (here == left) {
      StopReason why = supply.reason();
      stop(why == null ? StopReason.CLOSED : why);
    } else {
      here.consumed(consumedAhead);
      before = left;
    }
  }

  private void endOfList(Verdict judged, @Nullable Place offered, long consumedAhead) {
    if (consumedAhead > 0) {
      told.warn("the list has now " + consumedAhead + " items fewer than were consumed");
    }
    boolean accepted = options.acceptIncomplete();
    Verdict end = (recovery.isResynced() ? judged.afterResync() : judged).omitting(omitted);
    if (end.certainty() == Certainty.CONTRADICTED && !accepted) {
      supply.reopen();
      throw Incomplete.error(judged);
    } else if (end.certainty() == Certainty.IN_DOUBT && !accepted) {
      told.doubt(end);
    }
    Place later = options.sync() ? later(end, offered) : null;
    end(new Ending(StopReason.END_OF_LIST, end, later));
  }

  /** {@return where what changes later begins, or null where that is not known and need not be} */
  private @Nullable Place later(Verdict end, @Nullable Place offered) {
    Optional<String> missing = Incomplete.forLater(end, offered, options.acceptIncomplete());
    if (missing.isEmpty()) {
      return offered;
    } else if (!options.acceptIncomplete()) {
      supply.reopen();
      throw new PageturnerException.Paging(missing.get(), end, null);
    }
    told.warn(missing.get());
    return null;
  }

  /**
   * Leaves the walk so that the next call repeats the page; throws unless it was closed meanwhile.
   */
  private void failed(Throwable e) {
    ready = null;
    boolean objected = here.isDrained() && here.end() != null;
    if (!objected) {
      here.breakOff(false);
    }
    if (isOver()) {
      return;
    }
    if (e instanceof PageturnerException ours) {
      // Going on at a page that was read already would give its items out again.
      staysBefore = ours.kind() == Kind.LOOP && here.consumed() == 0 && here.end() == null;
      tell(ours);
    }
    if (e instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) e;
  }

  private void tell(PageturnerException e) {
    boolean next = here.isDrained() && here.end() != null;
    long page = here.place().pages() - start.pages() + (next ? 2 : 1);
    e.initTraversal(checkpoint(), (int) Math.min(page, Integer.MAX_VALUE));
    boolean atStart =
        start.position() instanceof Position.Start && start.since().isEmpty();
    if (options.start() != null && page == 1 && !atStart) {
      e.initResumed();
    }
    if (DeadPosition.isTold(e, here.place())) {
      e.initAge(Duration.ofNanos(System.nanoTime() - here.knownSince()));
    }
    told.failed(e);
  }

  private void stop(StopReason why) {
    end(new Ending(why, null, null));
  }

  private void end(Ending how) {
    if (ending.compareAndSet(null, how)) {
      supply.close();
      told.ended(how.reason(), pagesRead(), given(), omitted, how.verdict());
    }
  }

  void close() {
    stop(StopReason.CLOSED);
  }
}
