package dev.pageturner.internal.http;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.rate.Permit;
import dev.pageturner.internal.rate.QueuedRateLimit;
import dev.pageturner.internal.rate.Reservation;
import dev.pageturner.internal.rate.Waiter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Waits for a permit on this thread, until it comes, is refused, or the call is cancelled. */
final class PermitWait implements Waiter {
  private static final Object GIVEN_UP = new Object();

  private final CancelHandle cancel;

  /** Null, then a permit, a refusal, or {@link #GIVEN_UP}: whichever came first. */
  private final AtomicReference<@Nullable Object> outcome = new AtomicReference<>();

  private PermitWait(CancelHandle cancel) {
    this.cancel = cancel;
  }

  /**
   * {@return a permit, which the caller ends}
   *
   * @param limit gives permits
   * @param bound the longest wait
   * @param exchange the call, for errors
   * @param cancel ends the wait
   */
  static Permit acquire(
      QueuedRateLimit limit, Duration bound, CallExchange exchange, CancelHandle cancel) {
    PermitWait wait = new PermitWait(cancel);
    Reservation reservation = limit.reserve(bound, wait);
    try {
      cancel.awaitUntil(() -> wait.outcome.get() != null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (wait.outcome.compareAndSet(null, GIVEN_UP)) {
      reservation.cancel();
      throw cancel.cancelled(exchange);
    } else if (wait.outcome.get() instanceof PageturnerException.RateLimited refusal) {
      throw exchange.refused(refusal);
    } else if (wait.outcome.get() instanceof Permit permit) {
      return permit;
    }
    throw new IllegalStateException("neither permit nor refusal");
  }

  @Override
  public void granted(Permit permit) {
    if (outcome.compareAndSet(null, permit)) {
      cancel.signal();
    } else {
      permit.giveBack();
    }
  }

  @Override
  public void refused(PageturnerException.RateLimited refusal) {
    if (outcome.compareAndSet(null, refusal)) {
      cancel.signal();
    }
  }
}
