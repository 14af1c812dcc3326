package dev.pageturner.internal.walk;

import dev.pageturner.page.Page;
import dev.pageturner.position.StopReason;
import org.jspecify.annotations.Nullable;

/** A walk, page by page. */
final class PageSteps<T> extends WalkSteps<T, Page<T>> {
  private @Nullable Page<T> page;

  PageSteps(ItemWalk<T> walk) {
    super(walk);
  }

  @Override
  public State advance(boolean patient) {
    if (walk.reason() == StopReason.CLOSED) {
      page = null;
      return State.ENDED;
    } else if (page == null) {
      State state = walk.advanceToPage(patient);
      if (state != State.READY) {
        return state;
      }
      page = walk.page();
    }
    return page == null ? State.ENDED : State.READY;
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
