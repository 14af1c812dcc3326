package dev.pageturner.internal.walk;

import dev.pageturner.page.ExpiredCursor;
import dev.pageturner.page.Page;
import dev.pageturner.page.PagedIterable;
import java.util.function.UnaryOperator;

/** A list among others that is read in its own way, since it belongs to a client of its own. */
public final class EquippedPages<T> extends DerivedPages<T, T> {
  private final UnaryOperator<LaterReaders> readers;

  /**
   * Equips a list.
   *
   * @param list the list
   * @param readers what make its readers ones that do not block, told what do so for the lists
   *     around it
   */
  public EquippedPages(PagedIterable<? extends T> list, UnaryOperator<LaterReaders> readers) {
    super(SteppedPages.of(list));
    this.readers = readers;
  }

  @Override
  PagedIterable<T> over(SteppedPages<T> changed) {
    return new EquippedPages<>(changed, readers);
  }

  @Override
  public PagedIterable<T> onExpiredCursor(ExpiredCursor<? super T> policy) {
    return over(SteppedPages.of(source.onExpiredCursor(policy)));
  }

  @Override
  public Steps<T> itemSteps(Supplies supplies) {
    return source.itemSteps(supplies.readBy(readers));
  }

  @Override
  public Steps<Page<T>> pageSteps(Supplies supplies) {
    return source.pageSteps(supplies.readBy(readers));
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
