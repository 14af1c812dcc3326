package dev.pageturner.openapi.mockserver;

import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.position.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Paged sequences without a server, for unit tests of code that takes one. */
public final class MockPages {
  private MockPages() {}

  /**
   * {@return a list of these pages}
   *
   * @param pages the items of each page; a page may be empty
   * @param <T> the items
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> PagedIterable<T> of(List<? extends T>... pages) {
    List<List<T>> copies = new ArrayList<>();
    Arrays.stream(pages).forEach(page -> copies.add(List.copyOf(page)));
    return PagedIterable.from(position -> page(copies, position));
  }

  private static <T> Page<T> page(List<List<T>> pages, Position position) {
    int number = position instanceof Position.Cursor cursor ? Integer.parseInt(cursor.text()) : 0;
    List<T> items = number < pages.size() ? pages.get(number) : List.of();
    String next = number + 1 < pages.size() ? Integer.toString(number + 1) : null;
    return Page.withCursor(items, next);
  }

  /**
   * {@return a list of these items, in pages}
   *
   * @param items the items, read once, now
   * @param pageSize the items of a page, from 1
   * @param <T> the items
   */
  public static <T> PagedIterable<T> wrap(Iterable<? extends T> items, int pageSize) {
    if (pageSize < 1) {
      throw new IllegalArgumentException("pageSize < 1: " + pageSize);
    }
    List<T> all = new ArrayList<>();
    items.forEach(all::add);
    List<List<T>> pages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += pageSize) {
      pages.add(List.copyOf(all.subList(from, Math.min(all.size(), from + pageSize))));
    }
    return PagedIterable.from(position -> page(pages, position));
  }
}
