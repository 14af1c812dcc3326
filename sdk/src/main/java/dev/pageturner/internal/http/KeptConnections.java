package dev.pageturner.internal.http;

import dev.pageturner.internal.http.Failures.KeptConnectionLost;
import dev.pageturner.internal.retry.Failure;
import dev.pageturner.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Connections that are kept between requests, which a server may have closed meanwhile: Node does
 * so after five seconds, servers of HTTP/1.0 after each response. No caller should notice.
 *
 * <p>A kept connection of HTTP/1 is looked at before a request is written to it. If the server has
 * closed it, nothing was sent, and the same request goes out on another connection: any method,
 * with the same permit. To look costs a millisecond, the shortest timeout of a socket, in which
 * nothing must arrive. Within 10 ms of the response before, a request is spared the look if it may
 * be sent twice, or if the connection has been used again before: a server that closes after each
 * response without a word shows at the first time. So the look never takes more than a tenth of the
 * time. OkHttp looks at requests other than GET only, and only after ten seconds.
 *
 * <p>The close may still be under way when the request is written. Then nobody can say whether the
 * server has read it, and {@link KeptConnectionLost} is thrown: {@link CallExchange} sends again
 * what may be sent twice. It asks for another permit, as the server may have counted the first
 * request.
 *
 * <p>HTTP/2 needs no look: OkHttp reads such a connection all the time and sees its end. A
 * connection is known by the requests of this client; one that was kept by another client of the
 * same pool is looked at. Every look that fails closes a connection, so that it comes to an end at
 * a new one. Safe for threads.
 */
final class KeptConnections {
  private static final long SPARED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final Pattern TIMEOUT = Pattern.compile("(?i)\\btimeout=(\\d{1,6})");

  private final boolean eachRequestCounts;
  private final Map<Connection, Kept> kept = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Begins without any.
   *
   * @param eachRequestCounts whether a request that nobody received would still take a permit, so
   *     that a millisecond is well spent
   */
  KeptConnections(boolean eachRequestCounts) {
    this.eachRequestCounts = eachRequestCounts;
  }

  /** {@return the client, whose requests do not meet closed connections} */
  OkHttpClient.Builder watched(OkHttpClient client) {
    OkHttpClient.Builder builder = client.newBuilder();
    // First: an application's own network interceptors see no request that is not sent.
    builder.networkInterceptors().add(0, this::sendOnOpen);
    return builder.addInterceptor(this::sendUntilOpen);
  }

  /**
   * What the response before says of a connection.
   *
   * @param since when it arrived
   * @param nanos how long from then the server keeps the connection
   * @param again whether the connection had been kept for that response, too
   */
  private record Kept(long since, long nanos, boolean again) {
    static Kept after(Response response, boolean again) {
      long now = System.nanoTime();
      boolean old = response.protocol() == Protocol.HTTP_1_0;
      if (old && !"keep-alive".equalsIgnoreCase(response.header("Connection"))) {
        return new Kept(now, 0, again);
      }
      Matcher timeout = TIMEOUT.matcher(response.header("Keep-Alive", ""));
      // A fifth less: a request takes a while to get there.
      long nanos = timeout.find()
          ? TimeUnit.MILLISECONDS.toNanos(800L * Integer.parseInt(timeout.group(1)))
          : Long.MAX_VALUE;
      return new Kept(now, nanos, again);
    }
  }

  /** Knows whether a connection was made for the request. */
  private static final class Connecting extends EventListener {
    private volatile boolean made;

    @Override
    public void connectEnd(Call call, InetSocketAddress to, Proxy proxy, Protocol protocol) {
      made = true;
    }
  }

  /** A kept connection was closed before anything was sent. */
  private static final class Closed extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private Response sendUntilOpen(Interceptor.Chain chain) throws IOException {
    Connecting connecting = connecting(chain);
    chain.call().addEventListener(connecting);
    while (true) {
      try {
        return chain.proceed(chain.request());
      } catch (Closed e) {
        connecting.made = false;
      }
    }
  }

  private static Connecting connecting(Interceptor.Chain chain) {
    return chain.call().tag(Connecting.class, Connecting::new);
  }

  private Response sendOnOpen(Interceptor.Chain chain) throws IOException {
    Connection connection = chain.connection();
    boolean reused = !connecting(chain).made;
    if (reused && isClosed(connection, chain.request().method())) {
      connection.socket().close();
      throw new Closed();
    }
    try {
      Response response = chain.proceed(chain.request());
      kept.put(connection, Kept.after(response, reused));
      return response;
    } catch (IOException e) {
      boolean lost = reused && Failures.of(e, false) == Failure.CLOSED;
      throw lost ? new KeptConnectionLost(e) : e;
    }
  }

  private boolean isClosed(Connection connection, String method) {
    if (connection.protocol() != Protocol.HTTP_1_1) { // OkHttp says so of HTTP/1.0, too.
      return false;
    }
    Kept last = kept.get(connection);
    if (last == null) {
      return hasEnded(connection.socket());
    }
    long idle = System.nanoTime() - last.since();
    boolean mayBeLost = RetryPolicy.isIdempotent(method) && !eachRequestCounts;
    boolean spared = idle < SPARED_NANOS && (last.again() || mayBeLost);
    return idle >= last.nanos() || (!spared && hasEnded(connection.socket()));
  }

  /** Whatever arrives before a request was sent is an end, or the last words before one. */
  private static boolean hasEnded(Socket socket) {
    try {
      int timeout = socket.getSoTimeout();
      try {
        socket.setSoTimeout(1);
        socket.getInputStream().read();
        return true;
      } catch (SocketTimeoutException e) {
        return false;
      } finally {
        socket.setSoTimeout(timeout);
      }
    } catch (IOException e) {
      return true;
    }
  }
}
