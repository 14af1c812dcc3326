package dev.pageturner.internal.walk;

import dev.pageturner.internal.walk.Steps.State;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import dev.pageturner.sequence.OperatorIterator;
import java.util.Optional;

/** Steps for a consumer who waits. */
final class StepsIterator<T> implements Retraceable<T>, OperatorIterator<T> {
  private final Steps<T> steps;
  private boolean itemGone;

  StepsIterator(Steps<T> steps) {
    this.steps = steps;
  }

  @Override
  public boolean hasNext() {
    State state = steps.advance(true);
    while (state == State.WAITING) { // Only to let others have their turn: pages are waited for.
      state = steps.advance(true);
    }
    return state == State.READY;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // All items of a page share one spot.
  public T next() {
    if (!hasNext()) {
      throw NoMore.error(steps.reason());
    }
    itemGone = false;
    PageSpot spot = steps.spot();
    long consumed = steps.consumed();
    try {
      return steps.take();
    } catch (Throwable e) {
      itemGone = steps.spot() != spot || steps.consumed() != consumed;
      throw e;
    }
  }

  @Override
  public boolean isItemGone() {
    return itemGone;
  }

  @Override
  public Checkpoint checkpoint() {
    return steps.checkpoint();
  }

  @Override
  public Checkpoint beforeLast() {
    return steps.spot().after(steps.consumed() - 1);
  }

  @Override
  public Optional<StopReason> stopReason() {
    return Optional.ofNullable(steps.reason());
  }

  @Override
  public Optional<Verdict> verdict() {
    return steps.verdict();
  }

  @Override
  public void close() {
    steps.close();
  }
}
