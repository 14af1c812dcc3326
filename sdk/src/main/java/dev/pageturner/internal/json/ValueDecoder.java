package dev.pageturner.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes that must be one JSON value, such as a line: checked strictly, then read by an
 * adapter. For one thread.
 *
 * @param <T> the values
 */
public final class ValueDecoder<T> {
  private final JsonAdapter<T> adapter;
  private final Buffer buffer = new Buffer();

  /** A value that is JSON, and not what the adapter reads; the cause may repeat it. */
  public static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final Exception thrown;
    private final boolean isNull;

    Misfit(String path, Exception thrown, boolean isNull) {
      super(null, thrown, false, false);
      this.path = path;
      this.thrown = thrown;
      this.isNull = isNull;
    }

    /** {@return the place in the value where reading stopped} */
    public String path() {
      return path;
    }

    /** {@return whether the adapter made null of it} */
    public boolean isNull() {
      return isNull;
    }

    /** {@return what the adapter threw} */
    public Exception thrown() {
      return thrown;
    }
  }

  /** Decodes with an adapter. */
  public ValueDecoder(JsonAdapter<T> adapter) {
    this.adapter = adapter;
  }

  /**
   * {@return the value}
   *
   * @throws NotJson if the bytes are not exactly one JSON value
   * @throws Misfit if the adapter refuses it or makes null of it
   */
  public T decode(byte[] bytes, int from, int to) throws NotJson, Misfit {
    JsonScanner.check(bytes, from, to);
    return decodeChecked(bytes, from, to);
  }

  /** {@return the value of bytes that {@link JsonScanner} has accepted} */
  T decodeChecked(byte[] bytes, int from, int to) throws Misfit {
    if (adapter instanceof CheckedTextAdapter<T> direct) {
      return direct.fromCheckedText(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
    buffer.clear();
    buffer.write(bytes, from, to - from);
    JsonReader reader = JsonReader.of(buffer);
    CheckedText.mark(reader);
    @Nullable T value;
    try {
      value = Decoding.read(adapter, reader);
    } catch (IOException | RuntimeException e) {
      throw new Misfit(reader.getPath(), e, false);
    }
    if (value == null) {
      Exception none = new JsonDataException("Expected a value but was null");
      throw new Misfit(reader.getPath(), none, true);
    }
    return value;
  }
}
