package dev.pageturner.position;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where a page stands in its list: its position, and what is known of the list before it.
 *
 * <p>Each page that was fetched carries its place, and the end of a page makes the place of the
 * next one. Nothing else counts items, pages or positions.
 *
 * @param position where the page starts
 * @param pages the pages before it, from the beginning of the list
 * @param items the items of those pages
 * @param size the page size that was asked for, 0 if none was; empty while that is open
 * @param pagination how the list pages as far as it gives the position its meaning, in one line;
 *     empty at the beginning of a list, which is the same for all, and for page functions
 */
public record Place(
    Position position, long pages, long items, OptionalInt size, String pagination) {
  /** Checks the values. */
  public Place {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(pagination, "pagination");
    requireCount("pages", pages);
    requireCount("items", items);
    requireCount("size", size.orElse(0));
  }

  private static void requireCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " < 0: " + count);
    }
  }

  /** {@return the place of the first page of a list} */
  public static Place start() {
    return new Place(Position.start(), 0, 0, OptionalInt.empty(), "");
  }

  /**
   * {@return a place of which only the position is known}
   *
   * @param position where the page starts
   * @param pagination what gave that position
   */
  public static Place of(Position position, String pagination) {
    return new Place(position, 0, 0, OptionalInt.empty(), pagination);
  }

  /** {@return this place with the page size that was asked for} */
  public Place withSize(int size) {
    return new Place(position, pages, items, OptionalInt.of(size), pagination);
  }

  /** {@return this place with another form of its position} */
  public Place withPosition(Position position) {
    return new Place(position, pages, items, size, pagination);
  }

  /** {@return this place under a pagination} */
  public Place withPagination(String pagination) {
    return new Place(position, pages, items, size, pagination);
  }

  /**
   * {@return the place of the page after this one}
   *
   * <p>A page number means another item with another page size, so that the size stays with it.
   *
   * @param next where that page starts
   * @param items the items of this page
   * @param pagination what gave that position
   */
  public Place after(Position next, long items, String pagination) {
    OptionalInt size = next instanceof Position.PageNumber ? this.size : OptionalInt.empty();
    return new Place(next, pages + 1, this.items + items, size, pagination);
  }
}
