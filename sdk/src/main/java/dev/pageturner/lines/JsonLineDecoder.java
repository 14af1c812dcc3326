package dev.pageturner.lines;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.internal.json.CheckedText;
import dev.pageturner.internal.json.CheckedTextAdapter;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One traversal's decoder of lines that are one JSON value each: checked, then read by Moshi. */
final class JsonLineDecoder<T> implements LineDecoder<T> {
  private final JsonAdapter<T> adapter;
  private final Buffer buffer = new Buffer();
  private boolean arrayOverLines;

  JsonLineDecoder(JsonAdapter<T> adapter) {
    this.adapter = adapter;
  }

  @Override
  public @Nullable T decode(LineReader line) throws LineFault, IOException {
    if (line.number() == 1) {
      begin(line);
    }
    if (isBlank(line)) {
      return null;
    }
    try {
      JsonScanner.check(line.bytes(), line.from(), line.to());
    } catch (NotJson e) {
      throw LineFault.parse(reason(line, e));
    }
    return read(line);
  }

  private static void begin(LineReader line) throws LineFault {
    String encoding = ByteOrderMarks.otherEncoding(line);
    if (encoding != null) {
      throw new LineFault(Kind.PARSE, "this is " + encoding + ", not UTF-8", null, true);
    }
    line.skip(ByteOrderMarks.length(line));
  }

  private static boolean isBlank(LineReader line) {
    byte[] bytes = line.bytes();
    for (int i = line.from(); i < line.to(); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private T read(LineReader line) throws LineFault, IOException {
    if (adapter instanceof CheckedTextAdapter<T> direct) {
      int length = line.to() - line.from();
      return direct.fromCheckedText(
          new String(line.bytes(), line.from(), length, StandardCharsets.UTF_8));
    }
    buffer.clear();
    buffer.write(line.bytes(), line.from(), line.to() - line.from());
    JsonReader reader = JsonReader.of(buffer);
    CheckedText.mark(reader);
    try {
      T item = adapter.fromJson(reader);
      if (item == null) {
        throw LineFault.parse("null, where an item should be");
      }
      return item;
    } catch (JsonDataException | IOException e) {
      // Without the cause: Moshi's messages repeat values.
      throw LineFault.parse("not of the expected type at " + ShownPath.of(reader.getPath()));
    } catch (RuntimeException e) {
      throw refused(reader, e);
    } catch (AssertionError e) {
      // What Moshi makes of an exception that a record's constructor throws.
      if (e.getCause() instanceof RuntimeException cause) {
        throw refused(reader, cause);
      }
      throw e;
    }
  }

  private static LineFault refused(JsonReader reader, RuntimeException e) {
    String where = " for the value at " + ShownPath.of(reader.getPath());
    return new LineFault(Kind.PARSE, e.getClass().getSimpleName() + where, e, false);
  }

  private String reason(LineReader line, NotJson e) {
    arrayOverLines |= line.number() == 1 && line.bytes()[line.from()] == '[';
    String reason = "not JSON at byte " + (line.offset() + e.offset()) + ": " + e.getMessage();
    if (e.reason() == NotJson.Reason.CUT) {
      reason = "truncated" + (line.isComplete() ? " by the line end" : "") + ": " + e.getMessage();
    }
    if (ByteOrderMarks.length(line) > 0) {
      reason += " (a byte order mark in the middle: files were joined)";
    }
    return arrayOverLines
        ? reason + " (this seems to be one JSON array, not a value on each line)"
        : reason;
  }
}
