package dev.pageturner.internal.streams;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.json.DecodeErrors;
import dev.pageturner.internal.json.Decoding;
import java.io.IOException;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What is made of a line of newline-delimited JSON. */
public final class JsonLine {
  /** The longest line: 16 MiB. */
  public static final int LONGEST = 16 << 20;

  private JsonLine() {}

  /** {@return the item on a line, which is named in errors by its number} */
  public static <T> T decoded(
      ByteString line, long number, JsonAdapter<T> adapter, @Nullable RequestInfo request) {
    JsonReader json = JsonReader.of(new Buffer().write(line));
    try {
      T item = Decoding.read(adapter, json);
      if (json.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new JsonDataException("Expected the end of the line but was more");
      } else if (item == null) {
        throw new JsonDataException("Expected a value but was null");
      }
      return item;
    } catch (IOException | RuntimeException e) {
      throw DecodeErrors.of("line " + number, json.getPath(), e, request);
    }
  }
}
