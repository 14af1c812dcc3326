package dev.pageturner.internal.rate;

import dev.pageturner.internal.hints.ServerHint;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The right to start one request. Whoever was given it ends it exactly once, in one of the ways
 * below; further calls do nothing. Safe to use from any thread.
 *
 * <p>A permit that is never ended counts as completed a minute after it was given, so that a
 * forgotten one delays the others but does not lock them out.
 */
public final class Permit implements AutoCloseable {
  private final PermitQueue queue;
  private final Lease lease;
  private final AtomicBoolean ended = new AtomicBoolean();

  Permit(PermitQueue queue, Lease lease) {
    this.queue = queue;
    this.lease = lease;
  }

  /**
   * Says that the request is over: the head of its response is here, so the server has counted it.
   * The permit comes back one period later.
   */
  public void complete() {
    end(null, null);
  }

  /** Like {@link #complete()}, and notes what the response said about the server's limits. */
  public void complete(ServerHint hint) {
    end(Objects.requireNonNull(hint, "hint"), null);
  }

  /** Says that the request failed after something was sent; the server may have counted it. */
  public void fail(Throwable error) {
    end(null, Objects.requireNonNull(error, "error"));
  }

  /** Gives the permit back: no request was sent. Others can have it at once. */
  public void giveBack() {
    if (ended.compareAndSet(false, true)) {
      queue.giveBack(lease);
    }
  }

  /** Does what {@link #complete()} does. */
  @Override
  public void close() {
    complete();
  }

  private void end(@Nullable ServerHint hint, @Nullable Throwable error) {
    if (ended.compareAndSet(false, true)) {
      queue.complete(lease, hint, error);
    }
  }
}
