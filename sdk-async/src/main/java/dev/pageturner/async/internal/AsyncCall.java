package dev.pageturner.async.internal;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Exchange;
import dev.pageturner.internal.http.Exchange.Step;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.http.Wire;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.rate.Permit;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.rate.Reservation;
import dev.pageturner.rate.ServerHint;
import dev.pageturner.rate.Waiter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: a slot, a permit, credentials, the request, and again if the exchange says
 * so. Each step starts the next one; between two steps nobody waits.
 */
final class AsyncCall<R> implements Waiter, Callback {
  private final AsyncTransport transport;
  private final Exchange exchange;
  private final Receiver<R> receiver;
  private final CancelHandle cancel;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  private final AtomicReference<@Nullable Reservation> reservation = new AtomicReference<>();
  private volatile Runnable timer = () -> {};
  private volatile boolean late;
  private @Nullable Permit permit;

  AsyncCall(
      AsyncTransport transport,
      ApiCall call,
      TraversalListener listener,
      Receiver<R> receiver,
      CancelHandle cancel) {
    this.transport = transport;
    this.exchange = new Exchange(transport.transport().settings(), call, listener);
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
      RateLimit limit = transport.transport().settings().rateLimit().listener(exchange::waiting);
      Duration left = Duration.ofNanos(Math.max(0, exchange.nanosLeft()));
      Duration bound = limit.maxWait();
      reservation.set(limit.reserve(bound.compareTo(left) < 0 ? bound : left, this));
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
  public void granted(Permit granted) {
    permit = granted;
    transport.credentials().execute(this::send);
  }

  @Override
  public void refused(PageturnerException.RateLimited refusal) {
    transport.slots().release();
    fail(exchange.refused(refusal));
  }

  /** Runs where credentials may take their time. */
  private void send() {
    try {
      if (result.isDone()) {
        giveUp();
        return;
      }
      Call call = transport.client().newCall(exchange.request());
      cancel.sending(call);
      exchange.sending(call);
      late = false;
      timer = transport.scheduler().schedule(left(), () -> {
        late = true;
        call.cancel();
      });
      call.enqueue(this);
    } catch (IOException e) {
      giveUp();
      act(() -> exchange.failed(e, false));
    } catch (Throwable e) {
      giveUp();
      fail(e);
    }
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(0, exchange.nanosLeft()));
  }

  /** Nothing was sent. */
  private void giveUp() {
    if (permit != null) {
      permit.giveBack();
    }
    transport.slots().release();
  }

  @Override
  public void onFailure(Call call, IOException e) {
    timer.run();
    if (permit != null) {
      permit.fail(e);
    }
    transport.slots().release();
    // OkHttp's word for what an interceptor should not have thrown.
    boolean broken = String.valueOf(e.getMessage()).startsWith("canceled due to ");
    if (broken && e.getCause() instanceof RuntimeException bug) {
      fail(Transport.broken(bug));
    } else {
      act(() -> failed(e, false));
    }
  }

  private Step failed(IOException e, boolean inBody) {
    return late ? exchange.timedOut(e, inBody) : exchange.failed(e, inBody);
  }

  @Override
  public void onResponse(Call call, Response raw) {
    Response response = Wire.restored(raw);
    ServerHint hint = ServerHint.read(response.code(), response.headers()::values, Instant.now());
    if (permit != null && exchange.isForeign()) {
      permit.complete();
    } else if (permit != null) {
      permit.complete(hint);
    }
    if (response.code() == 401) {
      // New credentials may have to be fetched.
      transport.credentials().execute(() -> judge(call, response, hint));
    } else {
      judge(call, response, hint);
    }
  }

  private void judge(Call call, Response response, ServerHint hint) {
    boolean inBody = false;
    try {
      Step step = exchange.answered(response, hint);
      if (step instanceof Step.Deliver) {
        inBody = true;
        R received =
            receiver.receive(transport.transport().tracked(response, call), call, exchange);
        over();
        deliver(received);
      } else {
        response.close();
        over();
        act(() -> step);
      }
    } catch (IOException e) {
      boolean begun = inBody;
      if (begun) {
        // What is left of a body that cannot be used is not worth reading to keep a connection.
        exchange.abandon();
      }
      response.close();
      over();
      act(() -> failed(e, begun));
    } catch (Throwable e) {
      response.close();
      over();
      fail(e);
    }
  }

  /** The request is over: its time, and its place among those under way. */
  private void over() {
    timer.run();
    transport.slots().release();
  }

  /** What comes of a request that brought no answer. */
  @FunctionalInterface
  private interface Decision {
    Step step() throws IOException;
  }

  private void act(Decision decision) {
    if (result.isDone()) {
      return;
    }
    try {
      Step step = decision.step();
      if (step instanceof Step.Again again) {
        again(again.delay());
      } else if (step instanceof Step.Fail fail) {
        fail(fail.error());
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void again(Duration delay) {
    if (delay.isZero()) {
      attempt();
      return;
    }
    timer = transport.scheduler().schedule(delay, this::attempt);
    if (result.isDone()) {
      timer.run();
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

  private void fail(Throwable failure) {
    transport.transport().leave(cancel);
    result.completeExceptionally(failure);
  }

  private void cancelled() {
    timer.run();
    fail(cancel.cancelled(exchange));
    leaveLine();
  }
}
