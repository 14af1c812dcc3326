package dev.pageturner.async.internal;

import dev.pageturner.async.Checkpointed;
import org.jspecify.annotations.Nullable;

/** Items with the checkpoints after them. */
public record CheckpointedPull<T>(StepsPull<T> items) implements Pull<Checkpointed<T>> {
  @Override
  public @Nullable Checkpointed<T> next() throws Exception {
    T item = items.next();
    return item == null ? null : new Checkpointed<>(item, items.checkpoint());
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
