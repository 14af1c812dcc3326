package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.internal.detect.LinkEnd;
import dev.pageturner.internal.detect.LinkRelations;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.url.LinkHeader;
import dev.pageturner.internal.url.UrlKey;
import dev.pageturner.pagination.EndRule;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Source;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.Comparator;
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
   * {@return the next position, or what ends the list}
   *
   * @throws PageturnerException if the page says that there is more but not where, or if its link
   *     must not be followed
   */
  static NextStep after(PageFacts facts, PageRequests requests) {
    return new NextPosition(facts, requests).decide();
  }

  private NextStep decide() {
    Next next = facts.pagination().next();
    if (next instanceof Next.Cursor cursor) {
      return afterCursor(cursor);
    } else if (next instanceof Next.Url url) {
      return afterLink(linkAt(url), url);
    } else if (next instanceof Next.LinkObject link) {
      return afterLinkObject(link);
    } else if (next instanceof Next.LinkHeader link) {
      return afterLinkHeader(link);
    } else if (next instanceof Next.Offset offset) {
      return afterOffset(offset);
    } else if (next instanceof Next.PageNumber number) {
      return afterPageNumber(number);
    }
    return end(EndSignal.ONE_PAGE);
  }

  private static NextStep to(Position position) {
    return new NextStep.To(position);
  }

  private static NextStep end(EndSignal signal) {
    return new NextStep.End(signal);
  }

  private NextStep afterCursor(Next.Cursor next) {
    List<CursorValue> values = new ArrayList<>();
    boolean present = false;
    for (Source source : next.sources()) {
      CursorValue value = facts.cursor(source);
      present |= value != null;
      values.add(value == null ? CursorValue.json("null") : value);
    }
    if (saysEnd() && !rule(EndRule.CURSOR_WINS)) {
      return end(EndSignal.FLAG);
    } else if (lacksExtraItem() && !saysMore()) {
      return end(EndSignal.NO_EXTRA_ITEM);
    } else if (endsByItems()) {
      return endByItems();
    } else if (!present) {
      return afterNoCursor(next);
    }
    if (lacksExtraItem() && isInItem(next)) {
      // Its last item was given out: the page that starts with it would bring it again.
      throw cannotContinue(flag() + " says that there are more pages", next);
    }
    Position.Cursor cursor = new Position.Cursor(values);
    requests.requireCarried(cursor, facts.pagination());
    return rule(EndRule.REPEATED_CURSOR) && isTheOneSent(cursor)
        ? end(EndSignal.REPEATED_CURSOR)
        : to(cursor);
  }

  /** Absent where the server puts it, a cursor means the end; absent in an item, a broken item. */
  private NextStep afterNoCursor(Next.Cursor next) {
    if (saysMore()) {
      throw cannotContinue(flag() + " says that there are more pages", next);
    } else if (isInItem(next) && facts.count() > 0 && facts.hasMore().isEmpty()) {
      throw cannotContinue("the last item may not be the last of the list", next);
    } else if (isInItem(next)) {
      return end(EndSignal.EMPTY_PAGE);
    }
    return noPosition(next.sources());
  }

  private NextStep noLink(Next next) {
    if (next instanceof Next.Url url) {
      return noPosition(List.of(url.source()));
    } else if (next instanceof Next.LinkObject object) {
      return noPosition(List.of(object.source()));
    }
    boolean told = LinkRelations.areOfPages(LinkHeader.parse(facts.headers().values("Link")));
    return end(told ? EndSignal.NULL : EndSignal.ABSENT);
  }

  /** Of several values, the one that says least of an end decides. */
  private NextStep noPosition(List<Source> sources) {
    return end(sources.stream()
        .map(facts::endSignal)
        .max(Comparator.naturalOrder())
        .orElse(EndSignal.ABSENT));
  }

  private boolean isInItem(Next.Cursor next) {
    return next.sources().stream().anyMatch(source -> Signals.isInLastItem(source, facts.items()));
  }

  /** The item beyond the page size is there whenever there are more pages. */
  private boolean lacksExtraItem() {
    return facts.pagination().extraItem() && facts.count() <= facts.askedSize();
  }

  private boolean isTheOneSent(Position.Cursor cursor) {
    Optional<String> first = facts.pagination().firstCursor();
    boolean atStart = facts.position() instanceof Position.Start;
    if (atStart) {
      return first.map(Position::cursor).map(cursor::equals).orElse(false);
    }
    return facts.position() instanceof Position.Cursor sent
        && cursor.values().equals(Overlap.sent(sent));
  }

  /** A short or empty page, where that means the end and no flag says otherwise. */
  private boolean endsByItems() {
    boolean emptyEnds = rule(EndRule.EMPTY_PAGE) || facts.pagination().mayRepeatCursor();
    boolean empty = emptyEnds && facts.count() == 0;
    return (empty || isShort()) && !saysMore();
  }

  private NextStep endByItems() {
    return end(facts.count() == 0 ? EndSignal.EMPTY_PAGE : EndSignal.SHORT_PAGE);
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

  /** A link may say of itself that nothing is there: {@code rel="next"; results="false"}. */
  private NextStep afterLinkHeader(Next.LinkHeader next) {
    List<LinkHeader.Link> links = LinkHeader.parse(facts.headers().values("Link"));
    boolean saidEnd =
        links.stream().anyMatch(link -> link.is(next.relation()) && LinkEnd.isSaid(link));
    return saidEnd
        ? end(EndSignal.FLAG)
        : afterLink(LinkHeader.targetIn(links, next.relation()).orElse(null), next);
  }

  private NextStep afterLinkObject(Next.LinkObject next) {
    CursorValue link = facts.cursor(next.source());
    if (link == null || !link.json()) {
      return afterLink(link == null ? null : link.text(), next);
    } else if (saysEnd() && !rule(EndRule.CURSOR_WINS)) {
      return end(EndSignal.FLAG);
    } else if (endsByItems()) {
      return endByItems();
    }
    LinkRequest request = LinkRequest.of(link.text());
    if (request.isPlain()) {
      return afterLink(request.url(), next);
    }
    HttpUrl url = requests.link(facts.url(), request.url(), facts.pagination());
    return to(request.withUrl(url.toString()).position());
  }

  private NextStep afterLink(@Nullable String link, Next next) {
    if (saysEnd() && !rule(EndRule.CURSOR_WINS)) {
      return end(EndSignal.FLAG);
    } else if (endsByItems()) {
      return endByItems();
    } else if (link == null && !saysMore()) {
      return noLink(next);
    } else if (link == null) {
      throw cannotContinue(flag() + " says that there are more pages", next);
    }
    HttpUrl url = requests.link(facts.url(), link, facts.pagination());
    if (isThisOrFirst(url)) {
      throw new PageturnerException.Paging(
          Kind.LOOP, "the " + next + " of the next page leads to a page already read", null);
    }
    return to(Position.url(url.toString()));
  }

  /** The first page has no URL for a position, so that nobody else sees its URL come again. */
  private boolean isThisOrFirst(HttpUrl url) {
    ApiCall first = requests.at(Position.start(), facts.pagination(), facts.askedSize());
    String key = UrlKey.of(url.toString());
    return facts.pagination().followingMethod().isEmpty()
        && !facts.pagination().mayRepeatCursor()
        && (key.equals(UrlKey.of(facts.url().toString()))
            || key.equals(UrlKey.of(first.url().toString())));
  }

  private NextStep afterOffset(Next.Offset next) {
    long offset = facts.position() instanceof Position.Offset at
        ? at.offset()
        : requests.firstCount(facts.pagination(), next.first());
    if (saysEnd()) {
      return end(EndSignal.FLAG);
    } else if (isShort() && !saysMore()) {
      return end(EndSignal.SHORT_PAGE);
    } else if (facts.count() == 0 && !saysMore()) {
      return end(EndSignal.EMPTY_PAGE);
    } else if (facts.count() == 0) {
      throw cannotContinue(flag() + " says that there are more pages", next);
    }
    long following = sum(offset, facts.count(), next);
    if (!saysMore() && reached(following - next.first())) {
      return end(EndSignal.TOTAL_ITEMS);
    }
    return to(Position.offset(following));
  }

  /** A total smaller than what was received counts something else: it decides nothing. */
  private boolean reached(long received) {
    return facts.totalItems().map(total -> received == total.items()).orElse(false);
  }

  private NextStep afterPageNumber(Next.PageNumber next) {
    long number = facts.position() instanceof Position.PageNumber at
        ? at.number()
        : requests.firstCount(facts.pagination(), next.first());
    Position following = Position.pageNumber(sum(number, 1, next));
    if (saysMore()) {
      return to(following);
    } else if (saysEnd()) {
      return end(EndSignal.FLAG);
    } else if (isShort()) {
      return end(EndSignal.SHORT_PAGE);
    }
    Optional<Long> pages = facts.totalPages();
    if (pages.isPresent() && !rule(EndRule.EMPTY_PAGE)) {
      return number - next.first() + 1 < pages.get() ? to(following) : end(EndSignal.TOTAL_PAGES);
    } else if (facts.count() == 0) {
      return end(EndSignal.EMPTY_PAGE);
    }
    return reached(facts.countBefore() + facts.count())
        ? end(EndSignal.TOTAL_ITEMS)
        : to(following);
  }

  /** A checkpoint may hold any number. */
  private static long sum(long number, long more, Next next) {
    try {
      return Math.addExact(number, more);
    } catch (ArithmeticException e) {
      throw cannotContinue("the number after " + number + " is too large", next);
    }
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
