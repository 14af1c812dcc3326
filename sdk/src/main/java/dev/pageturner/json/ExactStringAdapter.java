package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.ShownPath;
import dev.pageturner.internal.json.Utf8;
import java.io.IOException;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Strings, of which none is damaged when it is written. */
final class ExactStringAdapter extends JsonAdapter<String> {
  @Override
  public @Nullable String fromJson(JsonReader reader) throws IOException {
    return reader.nextString();
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable String value) throws IOException {
    if (value == null || Utf8.firstLoneSurrogate(value) < 0) {
      writer.value(value);
      return;
    }
    // Okio's encoder would replace half a pair by a question mark.
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(JsonMembers.quoted(value));
    } catch (IllegalStateException e) {
      throw new JsonDataException(
          "a name with half a surrogate pair at " + ShownPath.of(writer.getPath()));
    }
  }
}
