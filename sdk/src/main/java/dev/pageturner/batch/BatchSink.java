package dev.pageturner.batch;

import dev.pageturner.position.Checkpoint;
import java.util.List;

/**
 * Takes batches and keeps where to go on, in one step.
 *
 * <p>Commit both in one transaction: a batch without its checkpoint comes again after a crash, a
 * checkpoint without its batch loses the batch.
 *
 * @param <T> the items
 */
@FunctionalInterface
public interface BatchSink<T> {
  /**
   * Writes one batch.
   *
   * @param batch at least one item, in order; unmodifiable
   * @param after where to go on once the batch is written: before the item that follows its last
   * @throws Exception if it was not written; ends the traversal
   */
  void write(List<T> batch, Checkpoint after) throws Exception;
}
