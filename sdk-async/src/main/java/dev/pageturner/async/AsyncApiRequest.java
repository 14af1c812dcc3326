package dev.pageturner.async;

import dev.pageturner.ApiRequest;
import dev.pageturner.ApiResponse;
import dev.pageturner.async.internal.AsyncParts;
import dev.pageturner.content.Download;
import dev.pageturner.content.ParameterStyle;
import dev.pageturner.events.EventOptions;
import dev.pageturner.internal.http.RequestParts;
import dev.pageturner.internal.streams.HttpDownload;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.Change;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.pagination.Removals;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ApiRequest} that is sent without blocking. Immutable: each method gives back another
 * request. A list or a stream sends nothing before there is demand; a single call is sent at once.
 */
public final class AsyncApiRequest {
  private final AsyncParts client;
  private final ApiRequest request;

  AsyncApiRequest(AsyncParts client, ApiRequest request) {
    this.client = client;
    this.request = Objects.requireNonNull(request, "request");
  }

  private AsyncApiRequest with(ApiRequest changed) {
    return new AsyncApiRequest(client, changed);
  }

  private RequestParts parts() {
    return RequestParts.of(request);
  }

  /** Sets a path parameter, as {@link ApiRequest#path(String, Object)} does. */
  public AsyncApiRequest path(String name, Object value) {
    return with(request.path(name, value));
  }

  /** Sets a path parameter, written in a style. */
  public AsyncApiRequest path(String name, Object value, ParameterStyle style) {
    return with(request.path(name, value, style));
  }

  /** Adds a query parameter, written in a style; null leaves it out. */
  public AsyncApiRequest query(String name, @Nullable Object value, ParameterStyle style) {
    return with(request.query(name, value, style));
  }

  /** Adds a query parameter, as {@link ApiRequest#query(String, Object)} does. */
  public AsyncApiRequest query(String name, Object value) {
    return with(request.query(name, value));
  }

  /** Sets a header, written in a style; null leaves it out. */
  public AsyncApiRequest header(String name, @Nullable Object value, ParameterStyle style) {
    return with(request.header(name, value, style));
  }

  /** Adds a cookie, written in a style; null leaves it out. */
  public AsyncApiRequest cookie(String name, @Nullable Object value, ParameterStyle style) {
    return with(request.cookie(name, value, style));
  }

  /** Sets a header, as {@link ApiRequest#header(String, String)} does. */
  public AsyncApiRequest header(String name, String value) {
    return with(request.header(name, value));
  }

  /** Sets the body, as {@link ApiRequest#body} does. */
  public AsyncApiRequest body(@Nullable Object body) {
    return with(request.body(body));
  }

  /** Sets the method by which a list is fetched, as {@link ApiRequest#method} does. */
  public AsyncApiRequest method(String method) {
    return with(request.method(method));
  }

  /** Declares that the request may be sent twice, as {@link ApiRequest#repeatable} does. */
  public AsyncApiRequest repeatable() {
    return with(request.repeatable());
  }

  /** Sends an idempotency key, as {@link ApiRequest#idempotencyKey(String)} does. */
  public AsyncApiRequest idempotencyKey(String header) {
    return with(request.idempotencyKey(header));
  }

  /** Sends this key, as {@link ApiRequest#idempotencyKey(String, String)} does. */
  public AsyncApiRequest idempotencyKey(String header, String key) {
    return with(request.idempotencyKey(header, key));
  }

  /** Limits the time for the call, as {@link ApiRequest#timeout} does. */
  public AsyncApiRequest timeout(Duration timeout) {
    return with(request.timeout(timeout));
  }

  /** Says how the list pages, as {@link ApiRequest#pagination} does. */
  public AsyncApiRequest pagination(Pagination pagination) {
    return with(request.pagination(pagination));
  }

  /** {@return the items of the list, decoded to {@code type}} */
  public <T> PagedPublisher<T> list(Class<T> type) {
    return client.publish(request.list(type));
  }

  /**
   * {@return the items of the list, decoded to {@code type}, which the caller says is {@code T}}
   */
  public <T> PagedPublisher<T> list(Type type) {
    return client.publish(request.<T>list(type));
  }

  /** {@return the items of the list as changes, as {@link ApiRequest#changes(Class)} has it} */
  public <T> PagedPublisher<Change<T>> changes(Class<T> type) {
    return client.publish(request.changes(type));
  }

  /** {@return the items of the list as changes, as {@link ApiRequest#changes} has it} */
  public <T> PagedPublisher<Change<T>> changes(Type type, Removals removals) {
    return client.publish(request.<T>changes(type, removals));
  }

  /** {@return the items of the list as they are, each number and name as it was sent} */
  public PagedPublisher<RawJson> list() {
    return list(RawJson.class);
  }

  /** {@return the data of Server-Sent Events, as {@link ApiRequest#events(Class)} has it} */
  public <T> LazyPublisher<T> events(Class<T> type) {
    return events(type, EventOptions.standard());
  }

  /**
   * {@return the data of Server-Sent Events, each as soon as it has arrived}
   *
   * <p>Bytes are read from the socket as elements are asked for, so that a slow subscriber slows
   * the sender. Each subscription is a connection of its own.
   *
   * @param type what the data is decoded to
   * @param options what ends the stream, its bounds, when and from where it is connected again
   * @param <T> the data
   */
  public <T> LazyPublisher<T> events(Class<T> type, EventOptions options) {
    return client.events(parts(), type, options);
  }

  /** {@return the items of newline-delimited JSON, as {@link ApiRequest#jsonLines} has it} */
  public <T> LazyPublisher<T> jsonLines(Class<T> type) {
    return client.jsonLines(parts(), type);
  }

  /** {@return the object; to cancel the future cancels the call} */
  public <T> CompletableFuture<T> get(Class<T> type) {
    return client.object(parts(), "GET", type);
  }

  /** {@return what the server answers to a POST} */
  public <T> CompletableFuture<T> post(Class<T> type) {
    return client.object(parts(), "POST", type);
  }

  /** {@return what the server answers to a PUT} */
  public <T> CompletableFuture<T> put(Class<T> type) {
    return client.object(parts(), "PUT", type);
  }

  /** {@return what the server answers to a PATCH} */
  public <T> CompletableFuture<T> patch(Class<T> type) {
    return client.object(parts(), "PATCH", type);
  }

  /** {@return completes when it is deleted; an answer with content is left unread} */
  public CompletableFuture<@Nullable Void> delete() {
    return send("DELETE");
  }

  /** {@return completes when the request was answered; an answer with content is left unread} */
  public CompletableFuture<@Nullable Void> send(String method) {
    return client.response(parts(), method, Void.class).thenApply(answer -> null);
  }

  /** {@return the object that answers, decoded to {@code type}, as the caller says} */
  public <T> CompletableFuture<T> object(String method, Type type) {
    return client.object(parts(), method, type);
  }

  /**
   * {@return the content of the answer as it arrives; to be closed, and read on a thread of yours}
   */
  public CompletableFuture<Download> download(String method) {
    return client.received(
        parts(), method, HttpDownload.receiver(parts().bounds().whole()));
  }

  /** {@return the content of the answer as text} */
  public CompletableFuture<String> text(String method) {
    return client.received(parts(), method, HttpDownload.text(parts().bounds().whole()));
  }

  /** {@return the answer with its status and headers, as {@link ApiRequest#send} has it} */
  public <T> CompletableFuture<ApiResponse<T>> send(String method, Type type) {
    return client.response(parts(), method, type);
  }
}
