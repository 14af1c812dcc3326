package dev.pageturner.internal.http;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.internal.http.CallExchange.Step;
import dev.pageturner.internal.rate.Permit;
import dev.pageturner.internal.rate.QueuedRateLimit;
import dev.pageturner.internal.rate.Reservation;
import dev.pageturner.internal.rate.Waiter;
import dev.pageturner.internal.url.Origin;
import dev.pageturner.page.TraversalListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which every request goes: credentials, permit, request, and again if need
 * be.
 *
 * <p>Safe for threads.
 */
public final class Transport implements AutoCloseable {
  private final OkHttpClient client;
  private final TransportSettings settings;
  private final Set<CancelHandle> underWay = ConcurrentHashMap.newKeySet();
  private final Set<Call> streaming = ConcurrentHashMap.newKeySet();

  /** Weak: one that nobody uses any more has nothing under way. */
  private final Set<Transport> others =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  private final Runnable release;
  private volatile boolean closed;

  /**
   * Sends through a client.
   *
   * @param client the application's, or our own
   * @param settings what holds for every request
   */
  public Transport(OkHttpClient client, TransportSettings settings) {
    this(settings, prepared(client, settings), () -> {});
  }

  private Transport(TransportSettings settings, OkHttpClient prepared, Runnable release) {
    this.client = prepared;
    this.settings = settings;
    this.release = release;
  }

  private static OkHttpClient prepared(OkHttpClient client, TransportSettings settings) {
    boolean counted = settings.rateLimit().limiter().isPresent();
    return Wire.prepared(client, new KeptConnections(counted));
  }

  /**
   * {@return a way to another server of the same API, which gets the same credentials and is closed
   * with this one}
   */
  public Transport at(Origin origin) {
    return sister(settings.at(origin), client);
  }

  /** {@return the same way over a client that is made of this one's, and closed with it} */
  public Transport with(UnaryOperator<OkHttpClient> change) {
    return sister(settings, change.apply(client));
  }

  private Transport sister(TransportSettings settings, OkHttpClient client) {
    AtomicReference<@Nullable Transport> self = new AtomicReference<>();
    Transport other = new Transport(settings, client, () -> others.remove(self.get()));
    self.set(other);
    others.add(other);
    if (closed) {
      other.close();
    }
    return other;
  }

  /** {@return what holds for every request} */
  public TransportSettings settings() {
    return settings;
  }

  /**
   * Makes one call, with as many requests as it takes, and waits for its end.
   *
   * @param call what the caller wants
   * @param listener who is told of waits and retries
   * @param receiver takes the response over
   * @param cancel lets another thread cancel the call
   * @param <R> what the receiver makes of the response
   * @return what the receiver made of the response
   * @throws PageturnerException if it failed for good
   */
  public <R> R send(
      ApiCall call, TraversalListener listener, Receiver<R> receiver, CancelHandle cancel) {
    CallExchange exchange = new CallExchange(settings, call, listener);
    enter(cancel);
    try {
      while (true) {
        cancel.check(exchange);
        checkOpen();
        Sent<R> sent = sendOnce(exchange, receiver, cancel);
        if (sent.result() != null) {
          return sent.result();
        }
        pause(sent.delay(), exchange, cancel);
      }
    } finally {
      leave(cancel);
    }
  }

  /** Takes note of a call that begins, and is cancelled when the client is closed. */
  public void enter(CancelHandle cancel) {
    underWay.add(cancel);
  }

  /** Takes note of the end of a call. */
  public void leave(CancelHandle cancel) {
    underWay.remove(cancel);
  }

  /** What became of one request: a result, or the wait before the next one. */
  public record Sent<R>(@Nullable R result, Duration delay) {}

  private <R> Sent<R> sendOnce(CallExchange exchange, Receiver<R> receiver, CancelHandle cancel) {
    Permit permit = PermitWait.acquire(limit(exchange), patience(exchange), exchange, cancel);
    return sendWith(permit, exchange, receiver, cancel);
  }

  /** Asks for a permit to send the next request of a call, without waiting for it. */
  public Reservation reserve(CallExchange exchange, Waiter waiter) {
    return limit(exchange).reserve(patience(exchange), waiter);
  }

  private QueuedRateLimit limit(CallExchange exchange) {
    return QueuedRateLimit.of(settings.rateLimit()).listener(exchange::waiting);
  }

  private Duration patience(CallExchange exchange) {
    Duration bound = settings.rateLimit().maxWait();
    Duration left = Duration.ofNanos(Math.max(0, exchange.nanosLeft()));
    return bound.compareTo(left) < 0 ? bound : left;
  }

  /**
   * Sends the next request of a call, and waits for what comes of it.
   *
   * @param permit the permit for it, which is ended
   * @throws PageturnerException if the call failed for good
   */
  public <R> Sent<R> sendWith(
      Permit permit, CallExchange exchange, Receiver<R> receiver, CancelHandle cancel) {
    try {
      return sendPermitted(permit, exchange, receiver, cancel);
    } finally {
      // Does nothing if the permit was ended by what became of the request.
      permit.giveBack();
    }
  }

  private <R> Sent<R> sendPermitted(
      Permit permit, CallExchange exchange, Receiver<R> receiver, CancelHandle cancel) {
    boolean inBody = false;
    Response response = null;
    try {
      Call call = client.newCall(cancel.interruptibly(exchange::request));
      cancel.sending(call);
      exchange.sending(call);
      try (CallWatch.Watched watched = CallWatch.watch(call, exchange.nanosLeft())) {
        response = Wire.restored(execute(call, permit, watched));
        ServerHint hint =
            ServerHint.read(response.code(), response.headers()::values, Instant.now());
        if (exchange.isForeign()) {
          permit.complete();
        } else {
          permit.complete(hint);
        }
        Response answer = response;
        Step step = cancel.interruptibly(() -> exchange.answered(answer, hint));
        if (!(step instanceof Step.Deliver)) {
          return next(step);
        }
        inBody = true;
        TrackedBody body = tracked(response, call);
        response = response.newBuilder().body(body).build();
        R result = receive(receiver, response, call, exchange, watched);
        body.received(exchange::over);
        response = null;
        return new Sent<>(result, Duration.ZERO);
      }
    } catch (IOException e) {
      cancel.check(exchange);
      if (inBody) {
        // What is left of a body that cannot be used is not worth reading to keep a connection.
        exchange.abandon();
      }
      return next(exchange.failed(e, inBody));
    } finally {
      if (response != null) {
        response.close();
      }
    }
  }

  private static Response execute(Call call, Permit permit, CallWatch.Watched watched)
      throws IOException {
    try {
      return call.execute();
    } catch (IOException e) {
      permit.fail(e);
      throw watched.explained(e);
    } catch (RuntimeException e) {
      permit.fail(e);
      throw broken(e);
    } catch (Exception e) {
      permit.fail(e);
      // OkHttp throws an InterruptedException that it does not declare, and clears the flag.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new InterruptedIOException("interrupted");
    }
  }

  /** {@return the error for what OkHttp, or an interceptor of the application, should not throw} */
  private static PageturnerException broken(RuntimeException e) {
    if (e instanceof PageturnerException known) {
      return known;
    }
    return new PageturnerException.Callback("a part of the OkHttpClient failed", bare(e));
  }

  /** OkHttp's own messages repeat header values; those of the application's code are its own. */
  private static Throwable bare(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    boolean okHttps = trace.length > 0 && trace[0].getClassName().startsWith("okhttp3.");
    return okHttps ? Failures.withoutMessage(e) : e;
  }

  /** The body of a response, whose call counts as under way until it is closed. */
  private TrackedBody tracked(Response response, Call call) {
    streaming.add(call);
    return new TrackedBody(response.body(), call, () -> streaming.remove(call));
  }

  private static <R> R receive(
      Receiver<R> receiver,
      Response response,
      Call call,
      CallExchange exchange,
      CallWatch.Watched watched)
      throws IOException {
    try {
      return receiver.receive(response, call, exchange);
    } catch (IOException e) {
      throw watched.explained(e);
    }
  }

  private static <R> Sent<R> next(Step step) {
    if (step instanceof Step.Again again) {
      return new Sent<>(null, again.delay());
    } else if (step instanceof Step.Fail fail) {
      throw fail.error();
    }
    throw new IllegalStateException("delivered before: " + step);
  }

  private void pause(Duration wait, CallExchange exchange, CancelHandle cancel) {
    if (wait.isZero()) {
      return;
    }
    try {
      settings.pause().pause(wait, cancel);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel.check(exchange);
    }
  }

  /** Throws if the client is closed. */
  public void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
  }

  /** Cancels what is under way; what comes later fails. */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(CancelHandle::cancel);
    streaming.forEach(Call::cancel);
    List.copyOf(others).forEach(Transport::close);
    release.run();
  }
}
