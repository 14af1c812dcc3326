package dev.pageturner.page;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.walk.LaterReader;
import dev.pageturner.internal.walk.PageWalk;
import dev.pageturner.internal.walk.Steps.Stand;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One traversal: through the items of a page, from page to page, until the end or a limit.
 *
 * <p>After an error it holds no page and knows where it stands; the next call reads that page again
 * and leaves out the items that were given out. Closing is safe from any thread.
 */
final class ItemWalk<T> {
  private final PageSource<T> source;
  private final TraversalOptions options;
  private final PageOptions pageOptions;
  private final Told told;
  private final PageSupply<T> queue;
  private volatile @Nullable Fetched<T> current;
  private boolean broken;
  private Position position;
  private long consumed;
  private long given;
  private long pages;
  private volatile @Nullable StopReason reason;
  private @Nullable Checkpoint beforeLeaving;
  private final AtomicBoolean moving = new AtomicBoolean();

  /** Starts a traversal for a consumer who waits for pages. */
  ItemWalk(PageSource<T> source, TraversalOptions options) {
    this(source, options, PageQueue::new);
  }

  /** Starts a traversal for a consumer who is woken when a page has come. */
  ItemWalk(
      PageSource<T> source,
      TraversalOptions options,
      Function<PageReader<T>, LaterReader<OpenPage<T>>> later,
      Runnable wake) {
    this(source, options, (reader, line) -> new LaterQueue<>(later.apply(reader), line, wake));
  }

  private ItemWalk(
      PageSource<T> source,
      TraversalOptions options,
      BiFunction<PageReader<T>, PageLine<T>, PageSupply<T>> supply) {
    this.source = source;
    this.options = options;
    this.told = new Told(options.listener());
    this.pageOptions = new PageOptions(options.pageSize(), options.maxItems(), told);
    Checkpoint start = options.start();
    this.position = start == null ? Position.start() : start.position();
    this.consumed = start == null ? 0 : start.consumed();
    String request = source.fingerprint(position, pageOptions);
    if (start != null && !start.request().equals(request)) {
      throw new PageturnerException.BadCheckpoint(
          "the checkpoint belongs to another list, or to other filters", null);
    }
    PageWalk walk = new PageWalk(position, options.limits());
    this.queue = supply.apply(source.reader(pageOptions), new PageLine<>(walk, options, told));
  }

  Checkpoint checkpoint() {
    return checkpoint(position, consumed);
  }

  Checkpoint checkpoint(Position position, long consumed) {
    String request = source.fingerprint(position, pageOptions);
    return new Checkpoint(source.storable(position), consumed, request);
  }

  Position position() {
    return position;
  }

  long consumed() {
    return consumed;
  }

  @Nullable
  StopReason reason() {
    return reason;
  }

  Optional<StopReason> stopReason() {
    return Optional.ofNullable(reason);
  }

  boolean isFull() {
    return given >= options.maxItems();
  }

  /** {@return whether the bytes of the page to read may still be on their way} */
  boolean mayBlock() {
    Fetched<T> page = current;
    return (page == null || broken) ? queue.mayBlock() : page.page().mayBlock();
  }

  /**
   * Moves on to the next item, through as many pages as that takes; sends nothing if there is one.
   */
  boolean hasItem() {
    return advance(true) == Stand.READY;
  }

  /**
   * Moves on to the next item, unless a page is needed that has to be waited for.
   *
   * @param patient whether the bytes of a page that is streamed may be waited for, too
   */
  Stand advance(boolean patient) {
    try {
      while (reason == null) {
        Fetched<T> page = current;
        if (given >= options.maxItems()) {
          stop(StopReason.MAX_ITEMS);
        } else if (page == null || broken) {
          if (!queue.isReady()) {
            return Stand.WAITING;
          } else if (!patient && queue.mayBlock()) {
            return Stand.BLOCKING;
          }
          enter();
        } else if (!patient && page.page().mayBlock()) {
          return Stand.BLOCKING;
        } else if (page.page().hasNext()) {
          return Stand.READY;
        } else {
          leave(page);
        }
      }
    } catch (RuntimeException e) {
      failed(e);
    }
    return Stand.ENDED;
  }

  /** {@return whether the page under way has another item to give out; leaves no page} */
  boolean hasMore() {
    Fetched<T> page = current;
    if (page == null || broken || reason != null || isFull()) {
      return false;
    }
    try {
      return page.page().hasNext();
    } catch (RuntimeException e) {
      failed(e);
      return false;
    }
  }

  /** Gives out the item that {@link #hasItem} found. */
  T item() {
    Fetched<T> page = current;
    if (page == null) {
      throw new IllegalStateException("the iterator is used by two threads");
    }
    try {
      T item = page.page().next();
      consumed++;
      given++;
      return item;
    } catch (RuntimeException e) {
      failed(e);
      throw e;
    }
  }

  /** {@return whether {@link #page} would have to wait for a page to come} */
  boolean isPageMissing() {
    return reason == null && !isFull() && (current == null || broken) && !queue.isReady();
  }

  /** Reads the next page whole, or what {@code maxItems} leaves of it; null at the end. */
  @Nullable
  Page<T> page() {
    long consumedBefore = consumed;
    long givenBefore = given;
    try {
      if (reason == null && given >= options.maxItems()) {
        stop(StopReason.MAX_ITEMS);
      }
      if (reason == null && (current == null || broken)) {
        enter();
        consumedBefore = consumed;
      }
      Fetched<T> page = current;
      return page == null ? null : drain(page);
    } catch (RuntimeException e) {
      consumed = consumedBefore;
      given = givenBefore;
      failed(e);
      return null;
    }
  }

  private Page<T> drain(Fetched<T> fetched) {
    OpenPage<T> open = fetched.page();
    List<T> items = new ArrayList<>();
    while (open.hasNext()) {
      if (given < options.maxItems()) {
        items.add(open.next());
        consumed++;
        given++;
      } else {
        open.skip();
      }
    }
    Total total = open.total().orElse(null);
    Position next = leave(fetched);
    return new Page<>(items, fetched.position(), next, open.status(), open.headers(), total);
  }

  private void enter() {
    if (!moving.compareAndSet(false, true)) {
      throw new IllegalStateException("the iterator is used by two threads");
    }
    try {
      enterAlone();
    } finally {
      moving.set(false);
    }
  }

  private void enterAlone() {
    Fetched<T> before = current;
    Fetched<T> fetched = before == null ? queue.take() : queue.again(before);
    if (fetched == null) {
      atEnd();
      return;
    }
    current = fetched;
    broken = false;
    if (reason != null) {
      fetched.page().close();
      return;
    }
    skipConsumed(fetched.page());
  }

  private void atEnd() {
    if (reason == null) {
      StopReason why = queue.reason();
      stop(why == null ? StopReason.CLOSED : why);
    }
  }

  private void skipConsumed(OpenPage<T> page) {
    long left = consumed;
    while (left > 0 && page.hasNext()) {
      page.skip();
      left--;
    }
    if (left > 0) {
      told.warn("the page of the checkpoint has now " + left + " items fewer than were consumed");
    }
  }

  private @Nullable Position leave(Fetched<T> fetched) {
    PageEnd end = fetched.page().end();
    queue.finished(fetched, end);
    fetched.page().close();
    current = null;
    pages++;
    Position next = end.next();
    if (next != null) {
      beforeLeaving = new Checkpoint(position, consumed, "");
      position = next;
      consumed = 0;
    }
    return next;
  }

  /**
   * Leaves the walk so that the next call repeats the page; throws unless it was closed meanwhile.
   */
  private void failed(RuntimeException e) {
    Fetched<T> page = current;
    if (page != null) {
      page.page().close();
      broken = true;
    }
    if (reason != null) {
      return;
    }
    if (e instanceof PageturnerException ours) {
      if (ours.kind() == PageturnerException.Kind.LOOP) {
        stayBefore();
      }
      ours.initTraversal(checkpoint(), (int) Math.min(pages + 1, Integer.MAX_VALUE));
      boolean silent = position instanceof Position.Start || options.start() == null;
      if (pages == 0 && !silent) {
        ours.initResumed();
      }
      told.failed(ours);
    }
    throw e;
  }

  /** Going on at a page that was read already would give its items out again. */
  private void stayBefore() {
    Checkpoint before = beforeLeaving;
    if (before != null && current == null) {
      position = before.position();
      consumed = before.consumed();
    }
  }

  private void stop(StopReason why) {
    reason = why;
    Fetched<T> page = current;
    current = null;
    if (page != null) {
      page.page().close();
    }
    queue.close();
    told.ended(why, pages, given);
  }

  void close() {
    if (reason == null) {
      stop(StopReason.CLOSED);
    }
  }
}
