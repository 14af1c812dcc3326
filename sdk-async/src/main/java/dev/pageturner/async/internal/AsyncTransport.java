package dev.pageturner.async.internal;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.page.TraversalListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Sends through a client's transport without keeping the caller waiting: the same credentials,
 * limits and retries.
 *
 * <p>OkHttp holds a thread for each request under way, also for one that is enqueued, as it reads
 * sockets so. So these threads are ours and OkHttp executes on them: they are bounded and daemons,
 * and its dispatcher with its own bounds (64 requests, 5 to a host) and its threads, which keep the
 * JVM alive for a minute, has no part in it. A call that waits for a slot, for a permit or for a
 * retry holds no thread. Credentials are asked on the thread that will send, as they may block.
 */
public final class AsyncTransport {
  private final Transport transport;
  private final Slots slots;
  private final Executor threads;

  /** Sends up to {@code maxRequests} requests at a time. */
  public AsyncTransport(Transport transport, int maxRequests) {
    this(transport, maxRequests, Threads.bounded("http", maxRequests));
  }

  AsyncTransport(Transport transport, int maxRequests, Executor threads) {
    this.transport = transport;
    this.slots = new Slots(maxRequests);
    this.threads = threads;
  }

  /**
   * Makes one call, with as many requests as it takes.
   *
   * @param call what the caller wants
   * @param listener who is told of waits and retries
   * @param receiver takes the response over, on a thread that may block
   * @param cancel cancels the call
   * @param <R> what the receiver makes of the response
   * @return what the receiver made of the response; completed on a thread that must not be kept
   */
  public <R> CompletableFuture<R> send(
      ApiCall call, TraversalListener listener, Receiver<R> receiver, CancelHandle cancel) {
    AsyncCall<R> async = new AsyncCall<>(this, call, listener, receiver, cancel);
    async.start();
    return async.result();
  }

  Transport transport() {
    return transport;
  }

  Slots slots() {
    return slots;
  }

  Executor threads() {
    return threads;
  }

  Scheduler scheduler() {
    return transport.settings().scheduler();
  }
}
