package dev.pageturner.internal.walk;

import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import java.util.Objects;
import java.util.function.Function;

/** A list whose items a function changes one by one. */
public final class MappedPages<T, R> extends DerivedPages<T, R> {
  private final Function<? super T, ? extends R> function;

  private MappedPages(SteppedPages<T> source, Function<? super T, ? extends R> function) {
    super(source);
    this.function = function;
  }

  /** {@return what a function makes of each item of a list} */
  public static <T, R> PagedIterable<R> of(
      PagedIterable<T> list, Function<? super T, ? extends R> function) {
    return new MappedPages<T, R>(
        SteppedPages.of(list), Objects.requireNonNull(function, "function"));
  }

  @Override
  PagedIterable<R> over(SteppedPages<T> changed) {
    return new MappedPages<T, R>(changed, function);
  }

  @Override
  public Steps<R> itemSteps(Supplies supplies) {
    return new MappedSteps<T, R>(source.itemSteps(supplies), function);
  }

  @Override
  public Steps<Page<R>> pageSteps(Supplies supplies) {
    return new MappedSteps<Page<T>, Page<R>>(
        source.pageSteps(supplies), page -> ChangedPage.mapped(page, function));
  }

  @Override
  public String toString() {
    return source + ".map";
  }
}
