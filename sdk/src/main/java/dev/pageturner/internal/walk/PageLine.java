package dev.pageturner.internal.walk;

import dev.pageturner.position.Place;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one traversal in their order: the one where the consumer stands, those read ahead,
 * and the one whose place is known and that is fetched next.
 *
 * <p>It fetches nothing and waits for nothing. A {@link PageSupply} owns it and calls it with its
 * lock held, but for {@link #asked} and {@link #received}, which only tell the listener.
 */
final class PageLine<T> {
  private static final long MOST_BYTES_AHEAD = 16L << 20;

  private final TraversalOptions options;
  private final EventEmitter told;
  private final Place start;
  private long startItem;
  private PageWalk walk;
  private final Deque<LinePage<T>> pages = new ArrayDeque<>();

  /** Makes the line of a traversal, whose first page is to be fetched. */
  PageLine(TraversalOptions options, EventEmitter told) {
    this.options = options;
    this.told = told;
    this.start = options.place();
    this.startItem = start.items() + options.consumed();
    this.walk = new PageWalk(start, options.limits());
    pages.add(new LinePage<>(start, options.consumed()));
  }

  /** {@return the page where the consumer stands} */
  LinePage<T> here() {
    return pages.element();
  }

  /**
   * {@return the page to fetch now, or null}
   *
   * @param wanted whether the consumer waits for its page
   */
  @Nullable
  LinePage<T> toFetch(boolean wanted) {
    LinePage<T> here = here();
    if (walk.reason() != null && here.end() == null) {
      return null; // No page was wanted at all.
    } else if (here.open() == null) {
      return wanted && !here.hasFailed() ? here : null;
    }
    LinePage<T> last = pages.getLast();
    boolean wanting = last != here && last.open() == null && !last.hasFailed();
    return wanting && isRoomFor(last) ? last : null;
  }

  /** {@return whether a page may be read ahead of the consumer} */
  private boolean isRoomFor(LinePage<T> page) {
    int ahead = pages.size() - 2;
    return ahead < options.prefetch()
        && page.place().items() - startItem < options.maxItems()
        && bytesAhead() < MOST_BYTES_AHEAD;
  }

  private long bytesAhead() {
    LinePage<T> here = here();
    long bytes = 0;
    for (LinePage<T> page : pages) {
      OpenPage<T> open = page.open();
      if (page != here && open != null) {
        bytes += open.heldBytes();
      }
    }
    return bytes;
  }

  /** Tells that a page is asked for, and gives the time. */
  long asked(LinePage<T> page) {
    told.requested(numberOf(page), page.place().position());
    return System.nanoTime();
  }

  /** Tells that a page has come. */
  void received(LinePage<T> page, OpenPage<T> open, long asked) {
    told.received(numberOf(page), open, Duration.ofNanos(System.nanoTime() - asked));
  }

  private long numberOf(LinePage<T> page) {
    return page.place().pages() - start.pages() + 1;
  }

  /** A page was fetched; its end is looked for at once where pages are read ahead. */
  void opened(LinePage<T> page, OpenPage<T> open) {
    if (!pages.contains(page)) {
      open.close(); // The traversal has moved elsewhere since it was asked for.
      return;
    }
    page.opened(open);
    if (options.prefetch() > 0 && page.end() == null) {
      Optional<PageEnd> end = open.lookAhead();
      end.ifPresent(known -> ended(page, known));
    }
  }

  /** The end of a page is known: so is the place of the next one, if there is one. */
  void ended(LinePage<T> page, PageEnd end) {
    RuntimeException objection = null;
    Place next = null;
    try {
      next = walk.after(page.place(), end);
    } catch (RuntimeException e) {
      objection = e;
    }
    page.ended(end, objection);
    if (next != null) {
      pages.add(new LinePage<>(next, 0));
    }
  }

  /** The consumer goes on to the next page, if there is one. */
  LinePage<T> advance() {
    if (pages.size() > 1) {
      pages.remove().left();
    }
    return here();
  }

  /**
   * Goes on with another page than the one where the consumer stands, which could not be fetched.
   * It may come from the beginning of the list, so that what was seen before is no measure for
   * circles.
   *
   * @param place where that page stands
   * @param consumed how many of its items are behind the consumer
   */
  void move(Place place, long consumed) {
    LinePage<T> here = here();
    startItem += place.items() + consumed - here.place().items() - here.consumed();
    pages.forEach(LinePage::left);
    pages.clear();
    pages.add(new LinePage<>(place, consumed));
    long read = place.pages() - start.pages();
    WalkLimits limits = options.limits();
    boolean all = limits.maxPages() == Long.MAX_VALUE;
    walk = new PageWalk(place, all ? limits : limits.withMaxPages(limits.maxPages() - read));
  }

  /** {@return how far an end of the list can be believed, with what the pages before say} */
  Verdict verdict(Verdict end) {
    return walk.verdict(end);
  }

  /** The end of the last page is not believed; it is going to be fetched again. */
  void reopen(LinePage<T> page) {
    walk.reopen();
    page.breakOff(true);
  }

  /** {@return why there is no page after the last one of the line} */
  @Nullable
  StopReason reason() {
    return walk.reason();
  }

  void closeAll() {
    pages.forEach(LinePage::close);
  }
}
