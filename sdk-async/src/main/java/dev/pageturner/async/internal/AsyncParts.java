package dev.pageturner.async.internal;

import com.squareup.moshi.JsonAdapter;
import dev.pageturner.ApiResponse;
import dev.pageturner.async.LazyPublisher;
import dev.pageturner.async.PagedPublisher;
import dev.pageturner.events.EventOptions;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.ObjectBody;
import dev.pageturner.internal.http.Receiver;
import dev.pageturner.internal.http.RequestParts;
import dev.pageturner.internal.http.Responses;
import dev.pageturner.internal.streams.EventData;
import dev.pageturner.internal.streams.EventProgress;
import dev.pageturner.internal.streams.StreamSource;
import dev.pageturner.page.PagedIterable;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import okhttp3.Response;

/**
 * What an asynchronous client is made of, and how it makes calls.
 *
 * @param transport sends
 * @param engine runs traversals
 * @param executor where signals are sent from and futures are completed
 */
public record AsyncParts(AsyncTransport transport, Engine engine, Executor executor) {
  /** {@return the parts of a client} */
  public static AsyncParts of(
      RequestParts parts, int maxRequests, Executor blocking, Executor executor) {
    AsyncTransport transport = new AsyncTransport(parts.transport(), maxRequests);
    return new AsyncParts(transport, new Engine(transport, blocking), executor);
  }

  /** {@return a list as a publisher} */
  public <T> PagedPublisher<T> publish(PagedIterable<T> list) {
    return new ListPublisher<>(list, engine, executor);
  }

  /** {@return the events of a stream} */
  public <T> LazyPublisher<T> events(RequestParts request, Class<T> type, EventOptions options) {
    ApiCall call = request.streamCall("text/event-stream");
    EventProgress.check(call, options);
    EventData<T> data = EventData.of(type, request.moshi(), request.listener());
    String path = call.url().encodedPath();
    StreamSource source = new StreamSource(request.transport(), call, request.listener());
    Pull.Source<ServerEvent> events = wake -> new StreamPull<>(
        new EventConnections(source, options),
        transport,
        request.listener(),
        engine.blocking(),
        wake);
    return new PulledPublisher<>(events, executor).map(event -> data.decoding().apply(event, path));
  }

  /** {@return the items of newline-delimited JSON} */
  public <T> LazyPublisher<T> jsonLines(RequestParts request, Class<T> type) {
    ApiCall call = request.lineCall();
    JsonAdapter<T> adapter = request.adapter(type);
    return new PulledPublisher<>(
        wake -> new StreamPull<>(
            new LineConnections<>(call, adapter),
            transport,
            request.listener(),
            engine.blocking(),
            wake),
        executor);
  }

  /** {@return the object that answers a request} */
  public <T> CompletableFuture<T> object(RequestParts request, String method, Type type) {
    JsonAdapter<T> adapter = request.adapter(type);
    return send(request, method, false, objects(request, body -> body.required(adapter)));
  }

  /** {@return the answer to a request, whose content is left unread for {@code Void}} */
  public <T> CompletableFuture<ApiResponse<T>> response(
      RequestParts request, String method, Type type) {
    if (type == Void.class) {
      return unread(request, method);
    }
    JsonAdapter<T> adapter = request.adapter(type);
    return send(request, method, true, objects(request, body -> whole(body, adapter)));
  }

  private static <T> ApiResponse<T> whole(ObjectBody answer, JsonAdapter<T> adapter) {
    Response response = answer.body().response();
    return new ApiResponse<>(
        response.code(), Responses.headers(response), Optional.ofNullable(answer.decoded(adapter)));
  }

  /** {@return status and headers of the answer, at whose content nobody looks} */
  private <T> CompletableFuture<ApiResponse<T>> unread(RequestParts request, String method) {
    return send(request, method, true, (response, call, exchange) -> {
      response.close();
      return new ApiResponse<>(response.code(), Responses.headers(response), Optional.empty());
    });
  }

  /** {@return what a receiver makes of the answer} */
  public <R> CompletableFuture<R> received(
      RequestParts request, String method, Receiver<R> receiver) {
    return send(request, method, false, receiver);
  }

  /** A body that is streamed is decoded here, too: this thread may wait for its bytes. */
  private static <R> Receiver<R> objects(RequestParts request, Function<ObjectBody, R> then) {
    Receiver<ObjectBody> bodies = ObjectBody.receiver(request.bounds());
    return (response, call, exchange) -> {
      try (ObjectBody body = bodies.receive(response, call, exchange)) {
        return then.apply(body);
      }
    };
  }

  private <R> CompletableFuture<R> send(
      RequestParts request, String method, boolean showsStatus, Receiver<R> receiver) {
    CancelHandle cancel = new CancelHandle();
    CancellingFuture<R> result = new CancellingFuture<>(cancel::cancel);
    ApiCall asked = request.calls().apply(method);
    ApiCall call = showsStatus ? asked.accepting(ApiCall.ACCEPTED_ONLY) : asked;
    CompletionStage<R> answer = transport.send(call, request.listener(), receiver, cancel);
    answer.whenComplete((value, failure) -> onExecutor(() -> {
      if (failure == null) {
        result.complete(value);
      } else {
        result.completeExceptionally(StageFailure.cause(failure));
      }
    }));
    return result;
  }

  private void onExecutor(Runnable completion) {
    try {
      executor.execute(completion);
    } catch (Throwable e) {
      // It takes no more tasks; somebody may still wait for the future.
      completion.run();
    }
  }
}
