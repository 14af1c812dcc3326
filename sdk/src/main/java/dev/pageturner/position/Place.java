package dev.pageturner.position;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

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
 * @param since what a list of changes begins from; empty for the whole list
 * @param memory what must be remembered of the items before the page, as JSON, empty for nothing:
 *     the mark of a list whose API has no sync token
 */
public record Place(
    Position position,
    long pages,
    long items,
    OptionalInt size,
    String pagination,
    Optional<Since> since,
    String memory) {
  /** Checks the values. */
  public Place {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(pagination, "pagination");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(memory, "memory");
    requireCount("pages", pages);
    requireCount("items", items);
    requireCount("size", size.orElse(0));
  }

  /** Makes a place in a list that is read as a whole, without anything to remember. */
  public Place(Position position, long pages, long items, OptionalInt size, String pagination) {
    this(position, pages, items, size, pagination, Optional.empty(), "");
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
    return new Place(position, pages, items, OptionalInt.of(size), pagination, since, memory);
  }

  /** {@return this place with another position} */
  public Place withPosition(Position position) {
    return new Place(position, pages, items, size, pagination, since, memory);
  }

  /** {@return this place with its positions in another form} */
  public Place withPositions(UnaryOperator<Position> form) {
    return new Place(
        form.apply(position),
        pages,
        items,
        size,
        pagination,
        since.map(each -> new Since(form.apply(each.position()), each.sync(), each.whole())),
        memory);
  }

  /** {@return this place under a pagination} */
  public Place withPagination(String pagination) {
    return new Place(position, pages, items, size, pagination, since, memory);
  }

  /** {@return this place with what must be remembered of the items before it} */
  public Place withMemory(String memory) {
    return new Place(position, pages, items, size, pagination, since, memory);
  }

  /** {@return the place of the first page of the list, or list of changes, that this one is in} */
  public Place beginning() {
    return since.map(Place::startOf).orElse(start()).withMemory(memory);
  }

  /**
   * {@return the place of the first page of a list of changes}
   *
   * @param since what it begins from
   */
  public static Place startOf(Since since) {
    return new Place(Position.start(), 0, 0, OptionalInt.empty(), "", Optional.of(since), "");
  }

  /**
   * {@return the beginning of a list, for a traversal that comes from here: its pages are counted
   * on, its items from 0}
   */
  public Place restartedAt(Place beginning) {
    return new Place(
        beginning.position,
        pages,
        beginning.items,
        beginning.size,
        beginning.pagination,
        beginning.since,
        beginning.memory);
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
    return new Place(next, pages + 1, this.items + items, size, pagination, since, memory);
  }
}
