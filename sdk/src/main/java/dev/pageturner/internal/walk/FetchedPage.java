package dev.pageturner.internal.walk;

import dev.pageturner.page.Page;
import dev.pageturner.page.Total;
import dev.pageturner.position.Place;
import dev.pageturner.position.Position;
import dev.pageturner.position.Since;
import dev.pageturner.position.Verdict;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page that is there already. */
public final class FetchedPage<T> implements OpenPage<T> {
  private static final Verdict END = Verdict.proved("the page has no next position");

  private final Place place;
  private final Page<T> page;
  private final Iterator<T> items;

  /**
   * Opens a page that a function of the application made.
   *
   * @param place where it stands
   * @param page the page
   */
  public FetchedPage(Place place, Page<T> page) {
    this.place = place.withSize(0);
    this.page = page;
    this.items = page.items().iterator();
  }

  /** {@return the position that a function is asked for: of a list of changes, where it begins} */
  public static Position asked(Place place) {
    boolean start = place.position() instanceof Position.Start;
    return start ? place.since().map(Since::position).orElse(place.position()) : place.position();
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public T next() {
    return items.next();
  }

  @Override
  public PageEnd end() {
    int count = page.items().size();
    return page.next()
        .map(next -> new PageEnd(place.after(next, count, ""), count, 0, null))
        .orElseGet(() -> new PageEnd(null, count, 0, END, later()));
  }

  private @Nullable Place later() {
    return page.later().map(at -> Place.startOf(new Since(at, ""))).orElse(null);
  }

  @Override
  public Optional<PageEnd> lookAhead() {
    return Optional.of(end());
  }

  @Override
  public int status() {
    return page.status();
  }

  @Override
  public Map<String, List<String>> headers() {
    return page.headers();
  }

  @Override
  public Optional<Total> total() {
    return page.total();
  }

  @Override
  public void close() {
    // A list in memory holds nothing open.
  }
}
