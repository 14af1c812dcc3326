package dev.pageturner.page;

import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One response of a list endpoint: its items, where it starts and where the next one does.
 *
 * <p>Immutable. A page function makes one with {@link #of}.
 *
 * @param <T> the items
 */
public final class Page<T> {
  private final List<T> items;
  private final Position position;
  private final @Nullable Position next;
  private final int status;
  private final Map<String, List<String>> headers;
  private final @Nullable Total total;
  private final @Nullable Position later;

  /**
   * Makes a page of all its parts; a page function has enough in {@link #of}.
   *
   * @param items the items, in order
   * @param position where the page starts
   * @param next where the next page starts, or null on the last page
   * @param status the HTTP status, or 0
   * @param headers the response's headers
   * @param total the number of all items of the list, or null
   */
  public Page(
      List<T> items,
      Position position,
      @Nullable Position next,
      int status,
      Map<String, List<String>> headers,
      @Nullable Total total) {
    this(items, position, next, status, headers, total, null);
  }

  private Page(
      List<T> items,
      Position position,
      @Nullable Position next,
      int status,
      Map<String, List<String>> headers,
      @Nullable Total total,
      @Nullable Position later) {
    this.items = Collections.unmodifiableList(new ArrayList<>(items));
    this.position = position;
    this.next = next;
    this.status = status;
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    this.headers = Collections.unmodifiableMap(byName);
    this.total = total;
    this.later = later;
  }

  /**
   * {@return a page for a page function}
   *
   * @param items the items, in order
   * @param next where the next page starts, or null on the last page
   * @param <T> the items
   */
  public static <T> Page<T> of(List<? extends T> items, @Nullable Position next) {
    return new Page<>(List.copyOf(items), Position.start(), next, 0, Map.of(), null);
  }

  /** {@return the last page of a page function's list} */
  public static <T> Page<T> last(List<? extends T> items) {
    return of(items, null);
  }

  /**
   * {@return a page whose next one starts at a cursor, as generated clients tell it}
   *
   * @param items the items, in order
   * @param cursor the cursor of the next page; null or empty on the last page
   * @param <T> the items
   */
  public static <T> Page<T> withCursor(List<? extends T> items, @Nullable String cursor) {
    return of(items, cursor == null || cursor.isEmpty() ? null : Position.cursor(cursor));
  }

  /** {@return this page with the number of all items} */
  public Page<T> withTotal(Total total) {
    return new Page<>(
        items, position, next, status, headers, Objects.requireNonNull(total, "total"), later);
  }

  /**
   * {@return this last page, which offers where what changes later begins}
   *
   * <p>A traversal that starts from the checkpoint at the end of a list that was asked to
   * {@linkplain PagedIterable#sync() sync} asks its page function for that position first.
   *
   * @param later a sync token or the like, as a position
   */
  public Page<T> withLater(Position later) {
    return new Page<>(
        items, position, next, status, headers, total, Objects.requireNonNull(later, "later"));
  }

  /** {@return the items, in the server's order} */
  public List<T> items() {
    return items;
  }

  /** {@return where this page starts} */
  public Position position() {
    return position;
  }

  /** {@return where the next page starts; empty on the last page} */
  public Optional<Position> next() {
    return Optional.ofNullable(next);
  }

  /** {@return where what changes later begins, if the page is the last one and was asked} */
  public Optional<Position> later() {
    return Optional.ofNullable(later);
  }

  /** {@return the HTTP status, or 0 for a page that did not come over HTTP} */
  public int status() {
    return status;
  }

  /** {@return the response's headers; names are looked up in any case} */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** {@return the number of all items of the list, if the server told} */
  public Optional<Total> total() {
    return Optional.ofNullable(total);
  }

  @Override
  public String toString() {
    return "Page[" + items.size() + " items at " + position + ", next: " + next + "]";
  }
}
