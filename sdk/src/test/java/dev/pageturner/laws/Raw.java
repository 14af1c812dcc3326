package dev.pageturner.laws;

import com.squareup.moshi.FromJson;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.ToJson;
import java.io.IOException;
import okio.BufferedSource;

/**
 * An item as its server sent it.
 *
 * @param json its bytes, as text
 */
public record Raw(String json) {
  /** Reads and writes raw items. */
  public static final class Adapter {
    /** {@return the next value} */
    @FromJson
    public Raw read(JsonReader reader) throws IOException {
      if (reader.peek() == JsonReader.Token.NULL) {
        return reader.nextNull();
      }
      try (BufferedSource value = reader.nextSource()) {
        return new Raw(value.readUtf8());
      }
    }

    /** {@return nothing: items are only read} */
    @ToJson
    public String write(Raw item) {
      throw new UnsupportedOperationException();
    }
  }
}
