package dev.pageturner.batch;

import dev.pageturner.position.Checkpoint;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the checkpoint in a field. */
final class MemoryCheckpointStore implements CheckpointStore {
  private volatile @Nullable Checkpoint checkpoint;

  @Override
  public Optional<Checkpoint> load() {
    return Optional.ofNullable(checkpoint);
  }

  @Override
  public void save(Checkpoint checkpoint) {
    this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
  }

  @Override
  public void clear() {
    checkpoint = null;
  }
}
