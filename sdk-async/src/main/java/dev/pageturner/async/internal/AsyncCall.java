package dev.pageturner.async.internal;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CallExchange;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.Transport.Sent;
import dev.pageturner.internal.rate.Permit;
import dev.pageturner.internal.rate.Reservation;
import dev.pageturner.internal.rate.Waiter;
import dev.pageturner.page.TraversalListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: a slot, a permit, a thread to send on, and again if the exchange says so.
 * Each step starts the next one; between two steps nobody waits.
 */
final class AsyncCall<R> implements Waiter {
  private final AsyncTransport transport;
  private final CallExchange exchange;
  private final Receiver<R> receiver;
  private final CancelHandle cancel;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final AtomicReference<@Nullable Reservation> reservation = new AtomicReference<>();
  private volatile Runnable retry = () -> {};

  AsyncCall(
      AsyncTransport transport,
      ApiCall call,
      TraversalListener listener,
      Receiver<R> receiver,
      CancelHandle cancel) {
    this.transport = transport;
    this.exchange = new CallExchange(transport.transport().settings(), call, listener);
    this.receiver = receiver;
    this.cancel = cancel;
  }

  CompletableFuture<R> result() {
    return result;
  }

  void start() {
    transport.transport().enter(cancel);
    cancel.onCancel(this::cancelled);
    attempt();
  }

  private void attempt() {
    try {
      transport.transport().checkOpen();
      transport.slots().acquire(this::reserve);
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void reserve() {
    if (result.isDone()) {
      transport.slots().release();
      return;
    }
    try {
      reservation.set(transport.transport().reserve(exchange, this));
      if (result.isDone()) {
        leaveLine();
      }
    } catch (Throwable e) {
      transport.slots().release();
      fail(e);
    }
  }

  /** Gives the place in line for a permit back, and the slot with it, unless it was served. */
  private void leaveLine() {
    Reservation place = reservation.getAndSet(null);
    if (place != null && place.cancel()) {
      transport.slots().release();
    }
  }

  @Override
  public void granted(Permit permit) {
    try {
      transport.threads().execute(() -> send(permit));
    } catch (Throwable e) { // There may be no memory for another thread.
      permit.giveBack();
      transport.slots().release();
      fail(e);
    }
  }

  @Override
  public void refused(PageturnerException.RateLimited refusal) {
    transport.slots().release();
    fail(exchange.refused(refusal));
  }

  /** Runs on a thread that may be kept. */
  private void send(Permit permit) {
    Sent<R> sent = null;
    Throwable failure = null;
    try {
      if (result.isDone()) {
        permit.giveBack();
        return;
      }
      sent = transport.transport().sendWith(permit, exchange, receiver, cancel);
    } catch (Throwable e) {
      failure = e;
    } finally {
      transport.slots().release();
    }
    if (sent == null) {
      fail(failure);
    } else if (sent.result() == null) {
      again(sent.delay());
    } else {
      deliver(sent.result());
    }
  }

  private void again(Duration delay) {
    if (delay.isZero()) {
      attempt();
      return;
    }
    try {
      retry = transport.scheduler().schedule(delay, this::attempt);
    } catch (Throwable e) {
      fail(e);
    }
    if (result.isDone()) {
      retry.run();
    }
  }

  private void deliver(R received) {
    transport.transport().leave(cancel);
    if (!result.complete(received)) {
      closeQuietly(received);
    }
  }

  private static void closeQuietly(@Nullable Object received) {
    if (received instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        // Nobody waits for it any more, and nobody could do anything about it.
      }
    }
  }

  private void fail(@Nullable Throwable failure) {
    transport.transport().leave(cancel);
    result.completeExceptionally(
        failure == null ? new IllegalStateException("neither answer nor failure") : failure);
  }

  private void cancelled() {
    retry.run();
    fail(cancel.cancelled(exchange));
    leaveLine();
  }
}
