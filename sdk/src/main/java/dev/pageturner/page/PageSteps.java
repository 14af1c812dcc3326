package dev.pageturner.page;

import dev.pageturner.internal.walk.Steps;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import org.jspecify.annotations.Nullable;

/** A walk, page by page, for a consumer who is woken. */
final class PageSteps<T> implements Steps<Page<T>> {
  private final ItemWalk<T> walk;
  private @Nullable Page<T> page;

  PageSteps(ItemWalk<T> walk) {
    this.walk = walk;
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
  public boolean isFull() {
    return walk.isFull();
  }

  @Override
  public Position position() {
    return walk.position();
  }

  @Override
  public long consumed() {
    return walk.consumed();
  }

  @Override
  public Checkpoint checkpoint(Position position, long consumed) {
    return walk.checkpoint(position, consumed);
  }

  @Override
  public @Nullable StopReason reason() {
    return walk.reason();
  }

  @Override
  public void close() {
    walk.close();
  }
}
