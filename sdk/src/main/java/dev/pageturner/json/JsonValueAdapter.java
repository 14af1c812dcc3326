package dev.pageturner.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.CheckedText;
import dev.pageturner.internal.json.CheckedTextAdapter;
import dev.pageturner.internal.json.JsonScanner;
import dev.pageturner.internal.json.NotJson;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes the exact text of a value. */
final class JsonValueAdapter extends CheckedTextAdapter<RawJson> {
  @Override
  public RawJson fromJson(JsonReader reader) throws IOException {
    String path = CheckedText.isMarked(reader) ? "" : reader.getPath();
    try (BufferedSource source = reader.nextSource()) {
      if (path.isEmpty()) {
        return RawJson.checked(source.readUtf8());
      }
      return check(source.readByteArray(), path);
    }
  }

  @Override
  public RawJson fromCheckedText(String text) {
    return RawJson.checked(text);
  }

  // The reader skips to the end of the value without looking at what it skips.
  private static RawJson check(byte[] bytes, String path) {
    try {
      JsonScanner.check(bytes, 0, bytes.length);
    } catch (NotJson e) {
      throw new JsonDataException(
          "not JSON at " + ShownPath.of(path) + ", byte " + e.offset() + ": " + e.getMessage());
    }
    return RawJson.checked(new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable RawJson value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(value.text());
    }
  }
}
