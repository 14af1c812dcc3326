package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as Base64 (RFC 4648): both alphabets are read, padded or not, the standard one is written.
 */
final class Base64Adapter extends JsonAdapter<ByteString> {
  @Override
  public ByteString fromJson(JsonReader reader) throws IOException {
    String path = reader.getPath();
    ByteString bytes = ByteString.decodeBase64(reader.nextString());
    if (bytes == null) {
      throw new JsonDataException("no Base64 at " + ShownPath.of(path));
    }
    return bytes;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable ByteString value) throws IOException {
    writer.value(value == null ? null : value.base64());
  }
}
