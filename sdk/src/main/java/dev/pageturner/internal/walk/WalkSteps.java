package dev.pageturner.internal.walk;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
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
  public final PageSpot spot() {
    return walk.spot();
  }

  @Override
  public final long consumed() {
    return walk.consumed();
  }

  @Override
  public final Checkpoint checkpoint() {
    return walk.checkpoint();
  }

  @Override
  public final @Nullable StopReason reason() {
    return walk.reason();
  }

  @Override
  public final Optional<Verdict> verdict() {
    return walk.verdict();
  }

  @Override
  public final void close() {
    walk.close();
  }
}
