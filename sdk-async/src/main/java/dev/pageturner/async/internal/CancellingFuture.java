package dev.pageturner.async.internal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A future whose cancellation reaches what it waits for. */
public final class CancellingFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final Runnable action;

  /** Waits for something that an action ends. */
  public CancellingFuture(Runnable action) {
    this.action = action;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      action.run();
    }
    return cancelled;
  }
}
