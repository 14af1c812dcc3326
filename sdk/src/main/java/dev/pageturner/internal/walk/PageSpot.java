package dev.pageturner.internal.walk;

import dev.pageturner.position.Checkpoint;

/**
 * Where a page of a traversal stands: what the checkpoints after its items have in common.
 *
 * <p>Immutable, and safe for threads; it costs nothing until it is asked for a checkpoint.
 */
@FunctionalInterface
public interface PageSpot {
  /** {@return the checkpoint after so many items of the page} */
  Checkpoint after(long consumed);
}
