package dev.pageturner.internal.walk;

import dev.pageturner.internal.walk.Steps.State;
import dev.pageturner.page.Page;
import dev.pageturner.sequence.CloseableIterator;
import org.jspecify.annotations.Nullable;

/** The pages of a walk, each read whole. */
final class PageIterator<T> implements CloseableIterator<Page<T>> {
  private final ItemWalk<T> walk;
  private @Nullable Page<T> page;

  PageIterator(ItemWalk<T> walk) {
    this.walk = walk;
  }

  @Override
  public boolean hasNext() {
    if (page == null && walk.advanceToPage(true) == State.READY) {
      page = walk.page();
    }
    return page != null;
  }

  @Override
  public Page<T> next() {
    if (!hasNext() || page == null) {
      throw walk.noMore();
    }
    Page<T> next = page;
    page = null;
    return next;
  }

  @Override
  public void close() {
    page = null;
    walk.close();
  }
}
