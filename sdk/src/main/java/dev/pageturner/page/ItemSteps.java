package dev.pageturner.page;

import dev.pageturner.internal.walk.Steps;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import org.jspecify.annotations.Nullable;

/** A walk, item by item, for a consumer who is woken. */
record ItemSteps<T>(ItemWalk<T> walk) implements Steps<T> {
  @Override
  public Stand advance(boolean patient) {
    return walk.advance(patient);
  }

  @Override
  public T take() {
    return walk.item();
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
