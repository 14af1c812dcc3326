package dev.pageturner;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.http.ApiCall;
import dev.pageturner.internal.http.Bounds;
import dev.pageturner.internal.http.CancelHandle;
import dev.pageturner.internal.http.Exchange;
import dev.pageturner.internal.http.PageBody;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.Decoding;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that is answered by one object, or by nothing. */
record ObjectCall<T>(ApiClient client, ApiCall call, JsonAdapter<T> adapter) {
  /** A response, and the call that it answers. */
  private record Answer(PageBody body, Exchange exchange) {}

  ApiResponse<T> response() {
    Answer answer = answer();
    try (PageBody body = answer.body()) {
      return new ApiResponse<>(
          body.response().code(),
          body.response().headers().toMultimap(),
          body.isEmpty() ? Optional.empty() : Optional.ofNullable(decoded(body, answer)));
    }
  }

  private Answer answer() {
    Bounds all = client.bounds();
    // An object is an item: it may be as large as a body may be.
    Bounds bounds =
        new Bounds(all.bufferedBody(), all.body(), (int) Math.min(Integer.MAX_VALUE, all.body()));
    return client
        .transport()
        .send(
            call,
            client.listener(),
            (response, okCall, exchange) ->
                new Answer(PageBody.read(response, okCall, bounds, null, false), exchange),
            new CancelHandle());
  }

  private @Nullable T decoded(PageBody body, Answer answer) {
    JsonReader json = JsonReader.of(body.source().source());
    try {
      T value = Decoding.read(adapter, json);
      if (json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new com.squareup.moshi.JsonDataException(
            "Expected the end of the document but was more");
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw failed(e, json.getPath(), answer);
    }
  }

  private PageturnerException failed(Exception e, String path, Answer answer) {
    boolean syntax = e instanceof com.squareup.moshi.JsonEncodingException;
    if (e instanceof IOException io && answer.body().isStreamed() && !syntax) {
      return answer.exchange().bodyError(io);
    } else if (answer.body().isMarkup()) {
      return answer.exchange().notJson(answer.body());
    }
    return DecodeErrors.of(answer.exchange().shown(), path, e, answer.exchange().info());
  }

  /** Makes the call and does not look at what it is answered with. */
  void unread() {
    client
        .transport()
        .send(
            call,
            client.listener(),
            (response, okCall, exchange) -> {
              response.close();
              return response;
            },
            new CancelHandle());
  }
}
