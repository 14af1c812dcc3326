package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.text.ShortText;
import dev.pageturner.position.Evidence;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.position.Verdict.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the way from page to page: told how a page ended, they say where the next one is.
 *
 * <p>They send nothing and wait for nothing. Not safe for threads; {@link PageLine} asks them.
 */
final class PageWalk {
  private final Place start;
  private final WalkLimits limits;
  private final LoopGuard loops = new LoopGuard();
  private @Nullable StopReason reason;
  private long judged = -1;
  private int emptyInARow;
  private int sameInARow;
  private boolean repeated;
  private long lastContent;

  /**
   * Starts a walk.
   *
   * @param start the first page
   * @param limits where to stop
   */
  PageWalk(Place start, WalkLimits limits) {
    this.start = start;
    this.limits = limits;
    if (limits.maxPages() == 0) {
      reason = StopReason.MAX_PAGES;
    }
    loops.isRepeated(start.position());
  }

  /**
   * {@return where the next page stands, or null where the walk stops, whose reason is then known}
   *
   * <p>A page that is read again, since its end was not believed, is judged anew.
   *
   * @param page where the page stood
   * @param end how it ended
   * @throws PageturnerException if the way leads nowhere: a loop, or too many empty pages
   */
  @Nullable
  Place after(Place page, PageEnd end) {
    if (page.pages() > judged) {
      judged = page.pages();
      emptyInARow = end.items() == 0 ? emptyInARow + 1 : 0;
      sameInARow = end.content() != 0 && end.content() == lastContent ? sameInARow + 1 : 0;
      lastContent = end.content();
      repeated |= sameInARow > 0;
    }
    Place next = end.next();
    if (next == null) {
      reason = StopReason.END_OF_LIST;
    } else if (next.pages() - start.pages() >= limits.maxPages()) {
      reason = StopReason.MAX_PAGES;
    } else {
      requireProgress(next.position());
      return next;
    }
    return null;
  }

  /**
   * {@return how far an end can be believed, with what the pages before say}
   *
   * <p>Two equal pages in a row may be two pages; a count that they reached together proves
   * nothing.
   */
  Verdict verdict(Verdict end) {
    boolean expected = limits.maxSamePages() > WalkLimits.DEFAULT.maxSamePages();
    if (!repeated || expected || end.certainty().compareTo(Certainty.IN_DOUBT) >= 0) {
      return end;
    }
    List<Evidence> evidence = new ArrayList<>(end.evidence());
    evidence.add(
        new Evidence(Evidence.Kind.ODD_PAGE, "$", "two pages in a row had the same items"));
    return new Verdict(Certainty.IN_DOUBT, end.reason(), evidence);
  }

  private void requireProgress(Position next) {
    if (!limits.mayRepeatPositions() && loops.isRepeated(next)) {
      throw new PageturnerException.Paging(
          Kind.LOOP, "the next page is one that was already read: " + name(next), null);
    } else if (emptyInARow >= limits.maxEmptyPages()) {
      throw new PageturnerException.Paging(
          Kind.TOO_MANY_PAGES, emptyInARow + " pages without items in a row", null);
    } else if (sameInARow >= limits.maxSamePages()) {
      throw new PageturnerException.Paging(
          Kind.LOOP,
          (sameInARow + 1) + " pages with the same items in a row: the position is ignored",
          null);
    }
  }

  /** A cursor or URL may hold data or a secret, so that a hash names it. */
  private static String name(Position position) {
    if (position instanceof Position.Cursor || position instanceof Position.Url) {
      String kind = position.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      return kind + ' ' + ShortText.hash(position);
    }
    return position.toString();
  }

  /** Takes back a stop at an end of the list that was not believed. */
  void reopen() {
    reason = null;
  }

  /** {@return why the walk stops, or null while it goes on} */
  @Nullable
  StopReason reason() {
    return reason;
  }
}
