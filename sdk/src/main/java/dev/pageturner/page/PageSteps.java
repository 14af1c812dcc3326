package dev.pageturner.page;

import org.jspecify.annotations.Nullable;

/** A walk, page by page. */
final class PageSteps<T> extends WalkSteps<T, Page<T>> {
  private @Nullable Page<T> page;

  PageSteps(ItemWalk<T> walk) {
    super(walk);
  }

  @Override
  public Stand advance(boolean patient) {
    if (page == null) {
      if (walk.isPageMissing()) {
        return Stand.WAITING;
      } else if (!patient && walk.mayBlock()) {
        return Stand.BLOCKING;
      }
      page = walk.page();
    }
    return page == null ? Stand.ENDED : Stand.READY;
  }

  @Override
  public Page<T> take() {
    Page<T> taken = page;
    if (taken == null) {
      throw new IllegalStateException("no page is ready");
    }
    page = null;
    return taken;
  }

  @Override
  public boolean hasMore() {
    return false; // A page has one page.
  }
}
