package dev.pageturner.internal.paging;

import dev.pageturner.internal.detect.EndSignal;
import dev.pageturner.internal.detect.Outline;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Mark;
import dev.pageturner.pagination.Source;
import dev.pageturner.pagination.Sync;
import dev.pageturner.position.CursorValue;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one page offers for later: where the list of what changes after it begins.
 *
 * <p>The newest item may be on a page before the last one, which is empty then: its key goes from
 * page to page as what their places remember.
 *
 * @param sync how the list offers it
 * @param facts the page
 * @param outline what the page looks like, for what it was not read for
 * @param requests resolves links
 * @param window what the mark is after the page, null where there is none
 */
record Later(
    Sync sync,
    PageFacts facts,
    Supplier<Outline> outline,
    PageRequests requests,
    @Nullable MarkWindow window) {
  /** {@return whether the page itself offers it, rather than one of its items} */
  boolean isOffered() {
    return !isInItem() && value() != null;
  }

  private boolean isInItem() {
    return Signals.source(sync)
        .filter(source -> Signals.isInLastItem(source, facts.items()))
        .isPresent();
  }

  private @Nullable CursorValue value() {
    return Signals.source(sync).map(this::value).orElse(null);
  }

  private @Nullable CursorValue value(Source source) {
    CursorValue value = facts.cursor(source);
    if (value == null && source instanceof Source.Body body && !isInItem()) {
      String json = outline.get().find(PathExpression.parse(body.path().text()));
      CursorValue found = PageFacts.valueOf(json);
      return found == null || found.text().isEmpty() ? null : found;
    }
    return value;
  }

  /** {@return the signal of the end, which what is offered may be where no other one is there} */
  EndSignal signal(EndSignal own, boolean offeredBefore) {
    boolean none = own == EndSignal.ABSENT || own == EndSignal.ONE_PAGE;
    return none && !offeredBefore && isOffered() ? EndSignal.LATER : own;
  }

  /** {@return the place of the next page, with what must be remembered of this one} */
  Place next(Place next) {
    if (window != null) {
      return next.withMemory(window.memory());
    }
    CursorValue newest = isInItem() ? value() : null;
    return newest == null ? next : next.withMemory(Changes.json(newest));
  }

  /**
   * {@return where the list of what changes later begins; null if nothing says so}
   *
   * @param page the last page
   * @param items the items of the list
   */
  @Nullable
  Place after(Place page, long items) {
    if (window != null && sync instanceof Mark mark) {
      return after(mark, window);
    }
    CursorValue value = value();
    if (value == null && isInItem()) {
      value = PageFacts.valueOf(page.memory().isEmpty() ? null : page.memory());
    }
    if (value != null) {
      return Place.startOf(since(value));
    } else if (items > 0) {
      return null;
    }
    // Nothing has changed; or a list that grows at its end is still empty.
    boolean unchanged = page.since().filter(since -> !since.whole()).isPresent();
    return unchanged ? page.beginning() : isInItem() ? Place.start() : null;
  }

  /** A list without a value has no mark yet: all of it is new next time. */
  private static Place after(Mark mark, MarkWindow window) {
    MarkValue from = window.from();
    return from == null
        ? Place.start()
        : Place.startOf(Changes.since(mark.carrier(), from.sent(), mark))
            .withMemory(window.memory());
  }

  private Since since(CursorValue value) {
    if (sync instanceof Sync.Token token) {
      return Changes.since(token.carrier(), value, sync);
    }
    String url = requests.link(facts.url(), value.text(), facts.pagination()).toString();
    return new Since(Position.url(url), "");
  }
}
