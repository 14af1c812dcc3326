package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects whose members are of any kind, with exact numbers. */
final class ExactMapAdapter extends JsonAdapter<Map<String, @Nullable Object>> {
  private final ObjectWriter written;

  ExactMapAdapter(ObjectWriter written) {
    this.written = written;
  }

  @Override
  public Map<String, @Nullable Object> fromJson(JsonReader reader) throws IOException {
    return ExactObjectAdapter.readMap(reader);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Map<String, @Nullable Object> value)
      throws IOException {
    written.write(writer, value);
  }
}
