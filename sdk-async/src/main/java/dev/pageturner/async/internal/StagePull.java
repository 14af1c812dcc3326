package dev.pageturner.async.internal;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a stage completes with: one element, or none if it completes with null. */
public final class StagePull<T> implements Pull<T> {
  private final CompletableFuture<? extends @Nullable T> future;
  private boolean over;

  StagePull(CompletionStage<? extends @Nullable T> stage, Runnable wake) {
    this.future = requireStage(stage).toCompletableFuture();
    if (!future.isDone()) {
      stage.whenComplete((element, failure) -> wake.run());
    }
  }

  /** {@return the sequence of a stage} */
  public static <T> Pull.Source<T> of(CompletionStage<? extends @Nullable T> stage) {
    requireStage(stage);
    return wake -> new StagePull<>(stage, wake);
  }

  private static <T> CompletionStage<T> requireStage(CompletionStage<T> stage) {
    return Objects.requireNonNull(stage, "the function gave null instead of a stage");
  }

  boolean isDone() {
    return future.isDone();
  }

  boolean hasFailed() {
    return future.isCompletedExceptionally();
  }

  @Override
  public @Nullable T next() throws Exception {
    if (over || !future.isDone()) {
      return null;
    }
    over = true;
    try {
      return future.get();
    } catch (Exception e) {
      throw StageFailure.exception(e);
    }
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    future.cancel(true);
  }
}
