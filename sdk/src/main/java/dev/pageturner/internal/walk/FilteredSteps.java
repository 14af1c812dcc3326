package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives out the items that a predicate accepts.
 *
 * <p>An item that was found and not yet taken is held; the source stands after it then, and this
 * traversal before it. Items that were refused are behind both. When the predicate throws, the item
 * is gone.
 */
final class FilteredSteps<T> extends OperatorSteps<T, T> {
  /** After so many refused items others have their turn, and whoever closes is heard. */
  private static final int MOST_AT_ONCE = 256;

  private final Predicate<? super T> predicate;
  private final Supplies supplies;
  private @Nullable T held;
  private boolean holds;

  FilteredSteps(Steps<T> source, Predicate<? super T> predicate, Supplies supplies) {
    super(source);
    this.predicate = predicate;
    this.supplies = supplies;
  }

  @Override
  public State advance(boolean patient) {
    if (holds) {
      return reason() == StopReason.CLOSED ? State.ENDED : State.READY;
    }
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      State state = source.advance(patient);
      if (state != State.READY || isFound()) {
        return state;
      }
    }
    supplies.wake();
    return State.WAITING;
  }

  private boolean isFound() {
    T item = source.take();
    try {
      holds = predicate.test(item);
    } catch (PageturnerException e) {
      throw e.leaveTraversal(checkpoint());
    }
    held = holds ? item : null;
    return holds;
  }

  @Override
  @SuppressWarnings("NullAway") // Whether an item may be null is for the list to say.
  public T take() {
    if (!holds) {
      throw NoMore.error(reason());
    }
    T item = held;
    holds = false;
    held = null;
    return item;
  }

  @Override
  public boolean hasMore() {
    while (!holds && source.hasMore()) {
      if (isFound()) {
        return true;
      }
    }
    return holds;
  }

  @Override
  public boolean isFull() {
    return !holds && source.isFull();
  }

  @Override
  public long consumed() {
    return source.consumed() - (holds ? 1 : 0);
  }

  @Override
  public Checkpoint checkpoint() {
    return holds ? spot().after(consumed()) : source.checkpoint();
  }
}
