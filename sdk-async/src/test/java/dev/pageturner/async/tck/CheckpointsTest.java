package dev.pageturner.async.tck;

import dev.pageturner.async.Checkpointed;
import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PublisherRules;

/** Items with checkpoints. */
public class CheckpointsTest extends PublisherRules<Checkpointed<Long>> {
  @Override
  protected LazyPublisher<Checkpointed<Long>> of(long elements) {
    return numbers(elements, 3).withCheckpoints();
  }
}
