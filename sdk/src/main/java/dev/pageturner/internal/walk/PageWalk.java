package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import org.jspecify.annotations.Nullable;

/**
 * One traversal's way from page to page: told how a page ended, it says which position is next.
 *
 * <p>It sends nothing and waits for nothing. Not safe for threads; hand it over with a lock or a
 * queue.
 */
public final class PageWalk {
  private final WalkLimits limits;
  private final LoopGuard loops = new LoopGuard();
  private @Nullable Position next;
  private @Nullable StopReason reason;
  private @Nullable PageturnerException failure;
  private long pages;
  private int emptyInARow;
  private int sameInARow;
  private long lastContent;

  /**
   * Starts a walk.
   *
   * @param start the first page
   * @param limits where to stop
   */
  public PageWalk(Position start, WalkLimits limits) {
    this.limits = limits;
    this.next = start;
    if (limits.maxPages() == 0) {
      stop(StopReason.MAX_PAGES);
    } else {
      loops.isRepeated(start);
    }
  }

  /**
   * {@return the page to read now, the same one until {@link #finished} is told of it; or null at
   * the end, whose reason is then known}
   *
   * @throws PageturnerException if the way leads nowhere: a loop, or too many empty pages
   */
  public @Nullable Position next() {
    if (failure != null) {
      throw failure;
    }
    return next;
  }

  /**
   * Takes note that the page at {@link #next()} was read to its end.
   *
   * @param following where the server says the next page starts, or null at the end of the list
   * @param items the items of the page
   * @param content a fingerprint of the page's items, 0 when it is not known
   */
  public void finished(@Nullable Position following, long items, long content) {
    pages++;
    emptyInARow = items == 0 ? emptyInARow + 1 : 0;
    sameInARow = content != 0 && content == lastContent ? sameInARow + 1 : 0;
    lastContent = content;
    if (following == null) {
      stop(StopReason.END_OF_LIST);
    } else if (pages >= limits.maxPages()) {
      stop(StopReason.MAX_PAGES);
    } else {
      failure = objection(following);
      next = following;
    }
  }

  private @Nullable PageturnerException objection(Position following) {
    if (loops.isRepeated(following)) {
      return new PageturnerException.Paging(
          Kind.LOOP, "the next page is one that was already read: " + Named.of(following), null);
    } else if (emptyInARow >= limits.maxEmptyPages()) {
      return new PageturnerException.Paging(
          Kind.TOO_MANY_PAGES, emptyInARow + " pages without items in a row", null);
    } else if (sameInARow >= limits.maxSamePages()) {
      return new PageturnerException.Paging(
          Kind.LOOP,
          (sameInARow + 1) + " pages with the same items in a row: the position is ignored",
          null);
    }
    return null;
  }

  private void stop(StopReason reason) {
    this.next = null;
    this.reason = reason;
  }

  /** {@return the pages read so far} */
  public long pages() {
    return pages;
  }

  /** {@return why the walk ended, or null while it goes on} */
  public @Nullable StopReason reason() {
    return reason;
  }
}
