package dev.pageturner;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.streams.JsonLine;
import java.lang.reflect.Type;
import okio.ByteString;

/**
 * Reads JSON that did not come as the answer to a request: the payload of a webhook.
 *
 * <p>It decodes as a client with the same adapters does. Who sent the text, and whether it was
 * changed on the way, is for the caller to find out, before it is read. Immutable and safe for use
 * by several threads.
 */
public final class ReceivedJson {
  private final Moshi moshi;

  private ReceivedJson(Moshi moshi) {
    this.moshi = moshi;
  }

  /** {@return a reader that decodes with these adapters, and those that every client has} */
  public static ReceivedJson with(JsonAdapter.Factory adapters) {
    return new ReceivedJson(
        MoshiDefaults.on(null, false).newBuilder().add(adapters).build());
  }

  /**
   * {@return the value of a text}
   *
   * @param json the text, one JSON value
   * @param type what it is decoded to
   * @param <T> the value, as the caller says
   * @throws PageturnerException if the text is not JSON, or not of that type
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // A Type has no type to take it from.
  public <T> T read(String json, Type type) {
    return JsonLine.decoded(
        ByteString.encodeUtf8(json), "the payload", moshi.<T>adapter(type), null);
  }
}
