package dev.pageturner.internal.walk;

import dev.pageturner.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What operators make of a page that was read whole: other items, and everything else as it was.
 */
final class ChangedPage {
  private ChangedPage() {}

  static <T> Page<T> of(Page<?> page, List<T> items) {
    return new Page<>(
        items,
        page.position(),
        page.next().orElse(null),
        page.status(),
        page.headers(),
        page.total().orElse(null));
  }

  static <T, R> Page<R> mapped(Page<T> page, Function<? super T, ? extends R> function) {
    List<R> items = new ArrayList<>();
    page.items().forEach(item -> items.add(function.apply(item)));
    return of(page, items);
  }

  static <T> Page<T> filtered(Page<T> page, Predicate<? super T> predicate) {
    List<T> items = new ArrayList<>(page.items());
    items.removeIf(item -> !predicate.test(item));
    return of(page, items);
  }
}
