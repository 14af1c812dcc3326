package dev.pageturner.internal.walk;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;

/** The items of a walk, one by one. */
final class ItemIterator<T> implements Retraceable<T> {
  private final ItemWalk<T> walk;

  ItemIterator(ItemWalk<T> walk) {
    this.walk = walk;
  }

  @Override
  public boolean hasNext() {
    return walk.hasItem();
  }

  @Override
  public T next() {
    if (!walk.hasItem()) {
      throw walk.noMore();
    }
    return walk.item();
  }

  @Override
  public Checkpoint checkpoint() {
    return walk.checkpoint();
  }

  @Override
  public Checkpoint beforeLast() {
    return walk.spot().after(walk.consumed() - 1);
  }

  @Override
  public Optional<StopReason> stopReason() {
    return walk.stopReason();
  }

  @Override
  public Optional<Verdict> verdict() {
    return walk.verdict();
  }

  @Override
  public void close() {
    walk.close();
  }
}
