package dev.pageturner.internal.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.Decoding;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request for one object, read as far as it is held in memory.
 *
 * @param body its bytes
 * @param exchange the call that it answers
 */
public record ObjectBody(PageBody body, CallExchange exchange) implements AutoCloseable {
  /** {@return a receiver of such answers} */
  public static Receiver<ObjectBody> receiver(Bounds all) {
    // An object is an item: it may be as large as a body may be.
    Bounds bounds =
        new Bounds(all.bufferedBody(), all.whole(), (int) Math.min(Integer.MAX_VALUE, all.whole()));
    return (response, call, exchange) -> read(response, call, exchange, bounds);
  }

  private static ObjectBody read(Response response, Call call, CallExchange exchange, Bounds bounds)
      throws IOException {
    return new ObjectBody(PageBody.read(response, call, bounds, null, false), exchange);
  }

  /** {@return the object; null if there is no content, or JSON null} */
  public <T> @Nullable T decoded(JsonAdapter<T> adapter) {
    if (body.isEmpty()) {
      return null;
    }
    JsonReader json = JsonReader.of(body.source().source());
    try {
      T value = Decoding.read(adapter, json);
      if (json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new JsonDataException("Expected the end of the document but was more");
      }
      return value;
    } catch (IOException | RuntimeException e) {
      throw failed(e, json.getPath());
    }
  }

  /** {@return the object} */
  public <T> T required(JsonAdapter<T> adapter) {
    T value = decoded(adapter);
    if (value == null) {
      int status = body.response().code();
      throw new PageturnerException.Content(
          PageturnerException.Kind.PARSE,
          "no content with status " + status + " from " + exchange.shown(),
          null,
          exchange.info());
    }
    return value;
  }

  private PageturnerException failed(Exception e, String path) {
    boolean syntax = e instanceof JsonEncodingException;
    if (e instanceof IOException io && body.isStreamed() && !syntax) {
      return exchange.bodyError(io);
    } else if (body.isMarkup()) {
      return exchange.notJson(body);
    }
    return DecodeErrors.of(exchange.shown(), path, e, exchange.info());
  }

  @Override
  public void close() {
    body.close();
  }
}
