package dev.pageturner.internal.streams;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import dev.pageturner.events.ServerEvent;
import dev.pageturner.internal.http.Warnings;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.Decoding;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.page.TraversalListener;
import dev.pageturner.sequence.LazyIterable;
import java.io.IOException;
import java.util.function.BiFunction;
import okio.Buffer;

/**
 * What is made of the events of a stream.
 *
 * @param decoding makes an item of an event; the text says which stream it is, for errors
 * @param <T> the items
 */
public record EventData<T>(BiFunction<ServerEvent, String, T> decoding) {
  /**
   * {@return events as they are, their data as text, or their data decoded from JSON}
   *
   * @param listener is told where the data is not what the type says
   */
  public static <T> EventData<T> of(Class<T> type, Moshi moshi, TraversalListener listener) {
    if (type == ServerEvent.class) {
      return new EventData<>((event, stream) -> type.cast(event));
    } else if (type == String.class) {
      return new EventData<>((event, stream) -> type.cast(event.data()));
    }
    JsonAdapter<T> adapter = Deviations.telling(moshi.adapter(type), Warnings.to(listener));
    return new EventData<>((event, stream) -> decoded(event, stream, adapter));
  }

  /** {@return the items of a stream} */
  public LazyIterable<T> from(LazyIterable<ServerEvent> events, String stream) {
    return events.map(event -> decoding.apply(event, stream));
  }

  private static <T> T decoded(ServerEvent event, String stream, JsonAdapter<T> adapter) {
    JsonReader json = JsonReader.of(new Buffer().writeUtf8(event.data()));
    try {
      T item = Decoding.read(adapter, json);
      if (item == null || json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new JsonDataException("Expected one value but was none, or more");
      }
      return item;
    } catch (IOException | RuntimeException e) {
      throw DecodeErrors.of("an event of " + stream, json.getPath(), e, null);
    }
  }
}
