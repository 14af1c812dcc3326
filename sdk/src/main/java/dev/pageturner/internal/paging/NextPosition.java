package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.url.LinkHeader;
import dev.pageturner.internal.url.UrlKey;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Decides from a page that was read where the next one starts, or that the list has ended. */
final class NextPosition {
  private final PageFacts facts;
  private final PageRequests requests;
  private final Optional<Boolean> hasMore;

  private NextPosition(PageFacts facts, PageRequests requests) {
    this.facts = facts;
    this.requests = requests;
    this.hasMore = facts.hasMore();
  }

  /**
   * {@return the next position, or null at the end of the list}
   *
   * @throws PageturnerException if the page says that there is more but not where, or if its link
   *     must not be followed
   */
  static @Nullable Position after(PageFacts facts, PageRequests requests) {
    return new NextPosition(facts, requests).decide();
  }

  private @Nullable Position decide() {
    Next next = facts.pagination().next();
    if (next instanceof Next.Cursor cursor) {
      return afterCursor(cursor);
    } else if (next instanceof Next.Url url) {
      return afterLink(linkAt(url), url);
    } else if (next instanceof Next.LinkHeader link) {
      List<String> values = facts.headers().values("Link");
      return afterLink(LinkHeader.target(values, link.relation()).orElse(null), link);
    } else if (next instanceof Next.Offset offset) {
      return afterOffset(offset);
    } else if (next instanceof Next.PageNumber number) {
      return afterPageNumber(number);
    }
    return null;
  }

  private @Nullable Position afterCursor(Next.Cursor next) {
    List<CursorValue> values = new ArrayList<>();
    boolean present = false;
    for (Source source : next.sources()) {
      CursorValue value = facts.cursor(source);
      present |= value != null;
      values.add(value == null ? CursorValue.json("null") : value);
    }
    boolean ends = saysEnd() && !rule(EndRule.CURSOR_WINS);
    if (ends || lacksExtraItem() || endsByItems()) {
      return null;
    } else if (!present) {
      return afterNoCursor(next);
    }
    Position.Cursor cursor = new Position.Cursor(values);
    requests.requireCarried(cursor, facts.pagination().carrier());
    return rule(EndRule.REPEATED_CURSOR) && isTheOneSent(cursor) ? null : cursor;
  }

  /** Absent where the server puts it, a cursor means the end; absent in an item, a broken item. */
  private @Nullable Position afterNoCursor(Next.Cursor next) {
    boolean inItem =
        next.sources().stream().anyMatch(source -> Signals.isInLastItem(source, facts.items()));
    if (saysMore()) {
      throw cannotContinue(flag() + " says that there are more pages", next);
    } else if (inItem && facts.count() > 0 && facts.hasMore().isEmpty()) {
      throw cannotContinue("the last item may not be the last of the list", next);
    }
    return null;
  }

  /** The item beyond the page size is there whenever there are more pages. */
  private boolean lacksExtraItem() {
    return facts.pagination().extraItem() && facts.count() <= facts.askedSize();
  }

  private boolean isTheOneSent(Position cursor) {
    Optional<String> first = facts.pagination().firstCursor();
    boolean atStart = facts.position() instanceof Position.Start;
    return cursor.equals(atStart ? first.map(Position::cursor).orElse(null) : facts.position());
  }

  /** A short or empty page, where that means the end and no flag says otherwise. */
  private boolean endsByItems() {
    boolean empty = rule(EndRule.EMPTY_PAGE) && facts.count() == 0;
    return (empty || isShort()) && !saysMore();
  }

  private boolean isShort() {
    return rule(EndRule.SHORT_PAGE) && facts.count() < facts.askedSize();
  }

  private @Nullable String linkAt(Next.Url next) {
    CursorValue link = facts.cursor(next.source());
    if (link != null && link.json()) {
      throw new PageturnerException.Paging(
          Kind.PROTOCOL, "the " + next + " of the next page is no text", null);
    }
    return link == null ? null : link.text();
  }

  private @Nullable Position afterLink(@Nullable String link, Next next) {
    boolean ends = saysEnd() && !rule(EndRule.CURSOR_WINS);
    if (ends || (link == null && !saysMore()) || endsByItems()) {
      return null;
    } else if (link == null) {
      throw cannotContinue(flag() + " says that there are more pages", next);
    }
    HttpUrl url = requests.resolve(facts.url(), link);
    if (isThisOrFirst(url)) {
      throw new PageturnerException.Paging(
          Kind.LOOP, "the " + next + " of the next page leads to a page already read", null);
    }
    return Position.url(url.toString());
  }

  /** The first page has no URL for a position, so that nobody else sees its URL come again. */
  private boolean isThisOrFirst(HttpUrl url) {
    ApiCall first = requests.at(Position.start(), facts.pagination(), facts.askedSize());
    String key = UrlKey.of(url.toString());
    return facts.pagination().followingMethod().isEmpty()
        && (key.equals(UrlKey.of(facts.url().toString()))
            || key.equals(UrlKey.of(first.url().toString())));
  }

  private @Nullable Position afterOffset(Next.Offset next) {
    long offset = facts.position() instanceof Position.Offset at
        ? at.offset()
        : requests.firstCount(facts.pagination(), next.first());
    long following = offset + facts.count();
    if (saysEnd() || (facts.count() == 0 && !saysMore()) || (isShort() && !saysMore())) {
      return null;
    } else if (facts.count() == 0) {
      throw cannotContinue(flag() + " says that there are more pages", next);
    } else if (!saysMore() && reached(following - next.first())) {
      return null;
    }
    return Position.offset(following);
  }

  /** A total smaller than what was received counts something else: it decides nothing. */
  private boolean reached(long received) {
    return facts.totalItems().map(total -> received == total.items()).orElse(false);
  }

  private @Nullable Position afterPageNumber(Next.PageNumber next) {
    long number = facts.position() instanceof Position.PageNumber at
        ? at.number()
        : requests.firstCount(facts.pagination(), next.first());
    Position following = Position.pageNumber(number + 1);
    if (saysMore()) {
      return following;
    } else if (saysEnd() || isShort()) {
      return null;
    }
    Optional<Long> pages = facts.totalPages();
    if (pages.isPresent() && !rule(EndRule.EMPTY_PAGE)) {
      return number - next.first() + 1 < pages.get() ? following : null;
    }
    boolean all = facts.count() == 0 || reached(facts.countBefore() + facts.count());
    return all ? null : following;
  }

  private boolean saysMore() {
    return hasMore.orElse(false);
  }

  private boolean saysEnd() {
    return !hasMore.orElse(true);
  }

  private boolean rule(EndRule rule) {
    return facts.pagination().endRules().contains(rule);
  }

  private String flag() {
    return facts.pagination().hasMore().map(f -> f.source().toString()).orElse("");
  }

  private static PageturnerException cannotContinue(String why, Next next) {
    return new PageturnerException.Paging(
        Kind.PROTOCOL, "cannot continue: " + why + ", but the " + next + " does not lead on", null);
  }
}
