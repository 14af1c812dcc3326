package dev.pageturner.internal.walk;

import dev.pageturner.position.Checkpoint;
import dev.pageturner.position.StopReason;
import dev.pageturner.position.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A traversal on top of another one, where that one stands. */
abstract class OperatorSteps<T, R> implements Steps<R> {
  final Steps<T> source;

  OperatorSteps(Steps<T> source) {
    this.source = source;
  }

  @Override
  public State advance(boolean patient) {
    return source.advance(patient);
  }

  @Override
  public boolean hasMore() {
    return source.hasMore();
  }

  @Override
  public boolean isFull() {
    return source.isFull();
  }

  @Override
  public final PageSpot spot() {
    return source.spot();
  }

  @Override
  public long consumed() {
    return source.consumed();
  }

  @Override
  public Checkpoint checkpoint() {
    return source.checkpoint();
  }

  @Override
  public @Nullable StopReason reason() {
    return source.reason();
  }

  @Override
  public Optional<Verdict> verdict() {
    return source.verdict();
  }

  @Override
  public void close() {
    source.close();
  }
}
