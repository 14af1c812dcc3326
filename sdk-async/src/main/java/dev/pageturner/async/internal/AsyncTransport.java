package dev.pageturner.async.internal;

import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.Transport;
import dev.pageturner.internal.time.Scheduler;
import dev.pageturner.page.TraversalListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Sends through a client's transport without blocking: the same credentials, limits and retries.
 *
 * <p>A request under way holds one thread of OkHttp's dispatcher, as OkHttp reads sockets; so there
 * is a dispatcher of ours, whose threads are bounded and daemons, in place of the client's own (64
 * requests, 5 for each host, threads that keep the JVM alive). Connections are shared with the
 * client. A call that waits for a place, a permit or a retry holds no thread.
 */
public final class AsyncTransport {
  private static final int CREDENTIALS_THREADS = 2;

  private final Transport transport;
  private final OkHttpClient client;
  private final Slots slots;
  private final Executor credentials = Threads.bounded("credentials", CREDENTIALS_THREADS);
  private final Scheduler scheduler = Scheduler.system();

  /** Sends up to {@code maxRequests} requests at a time. */
  public AsyncTransport(Transport transport, int maxRequests) {
    this.transport = transport;
    this.slots = new Slots(maxRequests);
    Dispatcher dispatcher = new Dispatcher(Threads.quiet("http", maxRequests));
    // The slots bound what is sent; nothing ever waits in the dispatcher.
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    this.client = transport.client().newBuilder().dispatcher(dispatcher).build();
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

  OkHttpClient client() {
    return client;
  }

  Slots slots() {
    return slots;
  }

  Executor credentials() {
    return credentials;
  }

  Scheduler scheduler() {
    return scheduler;
  }
}
