package dev.pageturner.async.internal;

import dev.pageturner.async.Checkpointed;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Place;
import org.jspecify.annotations.Nullable;

/** Items with the checkpoints after them. What a page's checkpoints share is made once. */
public final class CheckpointedPull<T> implements Pull<Checkpointed<T>> {
  private final StepsPull<T> items;
  private @Nullable Place place;
  private @Nullable Checkpoint latest;

  /** Adds checkpoints to items. */
  public CheckpointedPull(StepsPull<T> items) {
    this.items = items;
  }

  @Override
  public @Nullable Checkpointed<T> next() throws Exception {
    T item = items.next();
    return item == null ? null : new Checkpointed<>(item, checkpoint());
  }

  @SuppressWarnings("ReferenceEquality") // All items of a page share one place.
  private Checkpoint checkpoint() {
    Checkpoint before = latest;
    Checkpoint now = before == null || place != items.place()
        ? items.checkpoint()
        : new Checkpoint(before.place(), items.consumed(), before.request());
    place = items.place();
    latest = now;
    return now;
  }

  @Override
  public boolean isOver() {
    return items.isOver();
  }

  @Override
  public void close() {
    items.close();
  }
}
