package dev.pageturner.internal.walk;

import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import java.util.Objects;
import java.util.function.Predicate;

/** The items of a list that a predicate accepts. */
public final class FilteredPages<T> extends DerivedPages<T, T> {
  private final Predicate<? super T> predicate;
  private final long maxItems;

  private FilteredPages(SteppedPages<T> source, Predicate<? super T> predicate, long maxItems) {
    super(source);
    this.predicate = predicate;
    this.maxItems = maxItems;
  }

  /** {@return the items of a list that a predicate accepts} */
  public static <T> PagedIterable<T> of(PagedIterable<T> list, Predicate<? super T> predicate) {
    return new FilteredPages<>(
        SteppedPages.of(list), Objects.requireNonNull(predicate, "predicate"), Long.MAX_VALUE);
  }

  @Override
  PagedIterable<T> over(SteppedPages<T> changed) {
    return new FilteredPages<>(changed, predicate, maxItems);
  }

  /** Counts what is given out. The source would count what it gives to the predicate. */
  @Override
  public PagedIterable<T> maxItems(long items) {
    return new FilteredPages<>(source, predicate, TraversalOptions.requireMaxItems(items));
  }

  @Override
  public PagedIterable<T> onExpiredCursor(ExpiredCursor<? super T> policy) {
    return over(SteppedPages.of(source.onExpiredCursor(policy)));
  }

  @Override
  public Steps<T> itemSteps(Supplies supplies) {
    return AtMostSteps.items(
        new FilteredSteps<>(source.itemSteps(supplies), predicate, supplies), maxItems);
  }

  @Override
  public Steps<Page<T>> pageSteps(Supplies supplies) {
    return AtMostSteps.pages(
        new MappedSteps<Page<T>, Page<T>>(
            source.pageSteps(supplies), page -> ChangedPage.filtered(page, predicate)),
        maxItems);
  }

  @Override
  public String toString() {
    return source + ".filter";
  }
}
