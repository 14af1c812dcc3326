package dev.pageturner.async;

import dev.pageturner.position.Checkpoint;
import java.util.Objects;

/**
 * An item and where to go on after it.
 *
 * @param item the item
 * @param checkpoint the place after the item; a traversal that starts there delivers the rest
 * @param <T> the item
 */
public record Checkpointed<T>(T item, Checkpoint checkpoint) {
  /** Checks the values. */
  public Checkpointed {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(checkpoint, "checkpoint");
  }
}
