package dev.pageturner.async;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.async.internal.AsyncParts;
import dev.pageturner.async.internal.Engine;
import dev.pageturner.async.internal.Pulls;
import dev.pageturner.internal.http.RequestParts;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ApiClient} for those who must not block a thread: the same API, credentials, limits and
 * retries, with publishers in place of iterables and futures in place of results.
 *
 * <pre>{@code
 * AsyncApiClient api = AsyncApiClient.of(client);
 * api.list("/users", User.class)
 *     .filter(User::active)
 *     .forEachAsync(10, user -> api.get("/users/" + user.id() + "/details", Details.class)
 *         .thenAccept(details -> …));
 * }</pre>
 *
 * <p>A request that is under way holds one thread, since OkHttp reads its sockets so; there are 12
 * such threads at most unless the builder says otherwise. They are not those of OkHttp's
 * dispatcher, whose bounds play no part here. A call that waits for its turn, for a permit or for a
 * retry holds none. All threads are daemons and end a second after their last task. There is
 * nothing to close: closing the {@link ApiClient} ends what is under way here, too.
 *
 * <p>Make one for each client and keep it. Immutable and safe for threads. Futures fail with
 * {@link dev.pageturner.error.PageturnerException}.
 */
public final class AsyncApiClient {
  private final ApiClient client;
  private final AsyncParts parts;

  private AsyncApiClient(ApiClient client, AsyncParts parts) {
    this.client = client;
    this.parts = parts;
  }

  private AsyncApiClient(Builder builder) {
    this.client = builder.client;
    Executor blocking = builder.blocking == null ? Engine.blockingThreads() : builder.blocking;
    RequestParts inside = RequestParts.of(client.request("/"));
    this.parts = AsyncParts.of(inside, builder.maxRequests, blocking, builder.executor);
  }

  /** {@return a client with all defaults} */
  public static AsyncApiClient of(ApiClient client) {
    return newBuilder(client).build();
  }

  /** {@return a builder with all defaults} */
  public static Builder newBuilder(ApiClient client) {
    return new Builder(client);
  }

  /**
   * {@return the items of a list endpoint, whose pagination is recognised from its first response}
   */
  public <T> PagedPublisher<T> list(String path, Class<T> type) {
    return request(path).list(type);
  }

  /** {@return the items of a list endpoint} */
  public <T> PagedPublisher<T> list(String path, Class<T> type, Pagination pagination) {
    return request(path).pagination(pagination).list(type);
  }

  /** {@return the items of a list endpoint as they are, each number and name as it was sent} */
  public PagedPublisher<RawJson> list(String path) {
    return request(path).list(RawJson.class);
  }

  /**
   * {@return a list of the {@link ApiClient} as a publisher: one of a generated client, say}
   *
   * <p>A list that comes over HTTP must be of the client that this one was made of; others, such as
   * {@link PagedIterable#from(dev.pageturner.page.PageFunction)}, are fetched on threads that may
   * block.
   */
  public <T> PagedPublisher<T> publish(PagedIterable<T> list) {
    return parts.publish(list);
  }

  /** {@return the object at a path; to cancel the future cancels the call} */
  public <T> CompletableFuture<T> get(String path, Class<T> type) {
    return request(path).get(type);
  }

  /** {@return what the server answers to a POST of {@code body}} */
  public <T> CompletableFuture<T> post(String path, Object body, Class<T> type) {
    return request(path).body(body).post(type);
  }

  /** {@return what the server answers to a PUT of {@code body}} */
  public <T> CompletableFuture<T> put(String path, Object body, Class<T> type) {
    return request(path).body(body).put(type);
  }

  /** {@return what the server answers to a PATCH with {@code body}} */
  public <T> CompletableFuture<T> patch(String path, Object body, Class<T> type) {
    return request(path).body(body).patch(type);
  }

  /** {@return completes when what is at a path is deleted} */
  public CompletableFuture<@Nullable Void> delete(String path) {
    return request(path).delete();
  }

  /** {@return the data of Server-Sent Events that answer a POST, each as soon as it has arrived} */
  public <T> LazyPublisher<T> events(String path, Object body, Class<T> type) {
    return request(path).body(body).events(type);
  }

  /** {@return a request to refine: path parameters, query, headers, body, pagination} */
  public AsyncApiRequest request(String path) {
    return request(client.request(path));
  }

  /** {@return a request of the {@link ApiClient}, to be sent without blocking} */
  public AsyncApiRequest request(ApiRequest request) {
    return new AsyncApiRequest(parts, request);
  }

  /**
   * {@return this client with something said about each request, as {@link ApiClient#with} does}
   */
  public AsyncApiClient with(UnaryOperator<ApiRequest> refinement) {
    return new AsyncApiClient(client.with(refinement), parts);
  }

  @Override
  public String toString() {
    return "Async" + client;
  }

  /**
   * Builds an {@link AsyncApiClient}. Unless said otherwise: 12 requests at a time, signals on the
   * common pool, 64 threads at most for streams.
   */
  public static final class Builder {
    private static final int DEFAULT_REQUESTS = 12;

    private final ApiClient client;
    private int maxRequests = DEFAULT_REQUESTS;
    private Executor executor = Pulls.DEFAULT;
    private @Nullable Executor blocking;

    private Builder(ApiClient client) {
      this.client = Objects.requireNonNull(client, "client");
    }

    /**
     * Sets how many requests may be under way at a time, at least 1; each holds a thread. More wait
     * for their turn, in order, without one.
     */
    public Builder maxRequests(int requests) {
      if (requests < 1) {
        throw new IllegalArgumentException("maxRequests < 1: " + requests);
      }
      this.maxRequests = requests;
      return this;
    }

    /**
     * Sets where all signals come from and futures are completed, and so where items are decoded.
     * {@code Runnable::run} works on whichever thread there is, one of those that send mostly: keep
     * it only if nothing ever blocks there.
     */
    public Builder executor(Executor executor) {
      this.executor = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Sets where the bytes of event streams, of JSON Lines and of pages too large for memory are
     * waited for. A stream whose next element is asked for holds one thread until it has come; with
     * all threads held, others wait. On a JVM that has virtual threads, give an executor of those.
     */
    public Builder streamExecutor(Executor executor) {
      this.blocking = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /** {@return the client} */
    public AsyncApiClient build() {
      return new AsyncApiClient(this);
    }
  }
}
