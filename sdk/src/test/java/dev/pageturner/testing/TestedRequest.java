package dev.pageturner.testing;

import dev.pageturner.ApiRequest;
import dev.pageturner.ApiResponse;
import dev.pageturner.events.EventOptions;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.sequence.LazyIterable;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A request that is made by the side that is tested. */
public final class TestedRequest {
  private final ApiRequest request;
  private final Side side;

  TestedRequest(ApiRequest request, Side side) {
    this.request = request;
    this.side = side;
  }

  private TestedRequest with(UnaryOperator<ApiRequest> change) {
    return new TestedRequest(change.apply(request), side);
  }

  /** {@return with a value in its path} */
  public TestedRequest path(String name, Object value) {
    return with(request -> request.path(name, value));
  }

  /** {@return with a parameter} */
  public TestedRequest query(String name, Object value) {
    return with(request -> request.query(name, value));
  }

  /** {@return with a header} */
  public TestedRequest header(String name, String value) {
    return with(request -> request.header(name, value));
  }

  /** {@return with a body} */
  public TestedRequest body(Object body) {
    return with(request -> request.body(body));
  }

  /** {@return with another method for lists and streams} */
  public TestedRequest method(String method) {
    return with(request -> request.method(method));
  }

  /** {@return which may be sent again} */
  public TestedRequest repeatable() {
    return with(ApiRequest::repeatable);
  }

  /** {@return which the server knows again} */
  public TestedRequest idempotencyKey(String header) {
    return with(request -> request.idempotencyKey(header));
  }

  /** {@return with an end in time} */
  public TestedRequest timeout(Duration timeout) {
    return with(request -> request.timeout(timeout));
  }

  /** {@return with a pagination} */
  public TestedRequest pagination(Pagination pagination) {
    return with(request -> request.pagination(pagination));
  }

  /** {@return a list} */
  public <T> PagedIterable<T> list(Class<T> type) {
    return side.list(request.list(type));
  }

  /** {@return a list} */
  public <T> PagedIterable<T> list(Type type) {
    return side.list(request.list(type));
  }

  /** {@return a list of anything} */
  public PagedIterable<RawJson> list() {
    return list(RawJson.class);
  }

  /** {@return an object} */
  public <T> T get(Class<T> type) {
    return side.object(request, "GET", type);
  }

  /** {@return an object} */
  public <T> T get(Type type) {
    return side.object(request, "GET", type);
  }

  /** {@return the answer to a body} */
  public <T> T post(Class<T> type) {
    return side.object(request, "POST", type);
  }

  /** {@return the answer to a body} */
  public <T> T put(Class<T> type) {
    return side.object(request, "PUT", type);
  }

  /** {@return the answer to a body} */
  public <T> T patch(Class<T> type) {
    return side.object(request, "PATCH", type);
  }

  /** Deletes. */
  public void delete() {
    send("DELETE");
  }

  /** Sends, and looks at nothing in the answer. */
  public void send(String method) {
    side.send(request, method);
  }

  /** {@return the whole answer} */
  public <T> ApiResponse<T> send(String method, Type type) {
    return side.answer(request, method, type);
  }

  /** {@return the events of a stream} */
  public <T> LazyIterable<T> events(Class<T> type) {
    return events(type, EventOptions.standard());
  }

  /** {@return the events of a stream} */
  public <T> LazyIterable<T> events(Class<T> type, EventOptions options) {
    return side.events(request, type, options);
  }

  /** {@return the items of newline-delimited JSON} */
  public <T> LazyIterable<T> jsonLines(Class<T> type) {
    return side.jsonLines(request, type);
  }
}
