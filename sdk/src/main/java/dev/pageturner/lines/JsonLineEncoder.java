package dev.pageturner.lines;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.json.Encoding;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Makes one line of an item: complete and valid, or nothing. */
final class JsonLineEncoder<T> {
  private static final int FIRST_CAPACITY = 1 << 12;

  private final JsonAdapter<T> adapter;
  private final Buffer buffer = new Buffer();
  private byte[] line = new byte[FIRST_CAPACITY];
  private int length;

  JsonLineEncoder(JsonAdapter<T> adapter) {
    this.adapter = adapter;
  }

  /** Encodes item {@code number}, for {@link #writeTo}. */
  void encode(T item, long number) {
    buffer.clear();
    JsonWriter writer = JsonWriter.of(buffer);
    try {
      Encoding.write(adapter, writer, item);
    } catch (IOException | RuntimeException e) {
      String where = "item " + number + " cannot be written at " + ShownPath.of(writer.getPath());
      // Moshi's own messages may repeat a value.
      throw failure(where, e instanceof JsonDataException ? null : e);
    }
    takeLine();
    check(number);
  }

  private void takeLine() {
    length = Math.toIntExact(buffer.size());
    if (line.length <= length) {
      line = new byte[length + length / 2 + 1];
    }
    int read = 0;
    while (read < length) {
      read += buffer.read(line, read, length - read);
    }
    for (int i = 0; i < length; i++) {
      // JSON text has line ends between its tokens only.
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = ' ';
      }
    }
    line[length] = '\n';
  }

  private void check(long number) {
    try {
      JsonScanner.check(line, 0, length);
    } catch (NotJson e) {
      throw failure("item " + number + ": its adapter wrote no JSON: " + e.getMessage(), null);
    }
  }

  private static PageturnerException.Content failure(String message, @Nullable Throwable cause) {
    return new PageturnerException.Content(PageturnerException.Kind.PARSE, message, cause, null);
  }

  /** Writes the line and its end. */
  void writeTo(OutputStream out) throws IOException {
    out.write(line, 0, length + 1);
  }
}
