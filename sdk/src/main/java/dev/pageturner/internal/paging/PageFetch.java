package dev.pageturner.internal.paging;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.detect.PageMark;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.walk.OpenPage;
import dev.pageturner.pagination.Next;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that fetch one page: as a rule one.
 *
 * <p>Where a list is to be recognised and the page is not its first one, the first page is asked
 * for before, since a cursor or a number does not say how it travels. Where the way to the page was
 * guessed and the server sends the first page again, or refuses, the next likely way is tried. The
 * sync and the async side send {@link #call()} and tell what came, until there is a page.
 *
 * @param <T> the items
 */
public final class PageFetch<T> {
  private final HttpReader<T> reader;
  private Place place;
  private boolean toFirst;
  private boolean wasAtFirst;
  private PageRequest request;

  PageFetch(HttpReader<T> reader, Place place) {
    this.reader = reader;
    this.place = place;
    Position position = place.position();
    boolean silent = !(position instanceof Position.Start || position instanceof Position.Url);
    this.toFirst = reader.pagination().isDetected() && silent;
    this.request = asked();
  }

  private PageRequest asked() {
    return reader.ask(toFirst ? place.beginning() : place);
  }

  /** {@return the call to send now} */
  public ApiCall call() {
    return request.call();
  }

  /**
   * Takes the response to {@link #call()}.
   *
   * @return the page; null if another call is to be sent
   */
  public @Nullable OpenPage<T> received(PageResponse response) {
    if (toFirst) {
      reader.detect(request, response);
      toFirst = false;
      wasAtFirst = true;
      reader.takeGuess(place.pagination());
      HttpPages.requireSame(place, reader.pagination());
      request = asked();
      return null;
    }
    return isProved(response) ? opened(response) : null;
  }

  /** A page that is the first one again was found in a wrong way: another one is asked for. */
  private boolean isProved(PageResponse response) {
    Guess guess = reader.guess();
    if (guess == null
        || place.position() instanceof Position.Start
        || response.body().isEmpty()) {
      return true;
    }
    PageMark page = reader.mark(response);
    if (guess.isRefutedBy(page)) {
      response.close();
      tryNext(guess, guess.refuted(reader.pagination()));
      return false;
    } else if (guess.isProvedBy(page)) {
      reader.proved();
    }
    return true;
  }

  private void tryNext(Guess guess, PageturnerException refuted) {
    Optional<Pagination> next = guess.next(reader.pagination());
    if (next.isEmpty()) {
      throw refuted;
    }
    reader.guessAgain(next.get());
    place = place.withPosition(second(next.get().next()));
    request = asked();
  }

  /** A page that was to be number 2 begins, counted by items, behind those of the first page. */
  private Position second(Next next) {
    if (place.pages() == 1 && next instanceof Next.Offset offset) {
      return Position.offset(offset.first() + place.items());
    } else if (place.pages() == 1 && next instanceof Next.PageNumber page) {
      return Position.pageNumber(page.first() + 1);
    }
    return place.position();
  }

  private @Nullable OpenPage<T> opened(PageResponse response) {
    boolean recognises = reader.pagination().isDetected();
    OpenPage<T> page = reader.page(request, response);
    if (recognises && !isSame() && !wasAtFirst) {
      // A page in the middle may look otherwise than the first one, by which it was recognised.
      page.close();
      reader.forget();
      toFirst = true;
      request = asked();
      return null;
    }
    return page;
  }

  private boolean isSame() {
    return reader.pagination().isDetected()
        || place.position() instanceof Position.Start
        || PagingIdentity.matches(place.pagination(), reader.pagination());
  }

  /**
   * Takes the failure of {@link #call()}, where another call may be sent instead.
   *
   * @throws PageturnerException the failure, if it is one
   */
  public void failed(PageturnerException e) {
    Guess guess = reader.guess();
    boolean first = toFirst || place.position() instanceof Position.Start;
    if (guess == null || first || !Guess.mayRefute(e)) {
      throw e;
    }
    tryNext(guess, e);
  }
}
