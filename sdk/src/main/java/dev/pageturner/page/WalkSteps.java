package dev.pageturner.page;

import dev.pageturner.internal.walk.Steps;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.Position;
import dev.pageturner.position.StopReason;
import org.jspecify.annotations.Nullable;

/** A walk for a consumer who is woken. */
abstract class WalkSteps<T, E> implements Steps<E> {
  final ItemWalk<T> walk;

  WalkSteps(ItemWalk<T> walk) {
    this.walk = walk;
  }

  @Override
  public final boolean isFull() {
    return walk.isFull();
  }

  @Override
  public final Position position() {
    return walk.position();
  }

  @Override
  public final long consumed() {
    return walk.consumed();
  }

  @Override
  public final Checkpoint checkpoint(Position position, long consumed) {
    return walk.checkpoint(position, consumed);
  }

  @Override
  public final @Nullable StopReason reason() {
    return walk.reason();
  }

  @Override
  public final void close() {
    walk.close();
  }
}
