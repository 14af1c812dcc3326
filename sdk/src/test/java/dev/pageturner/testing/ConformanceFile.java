package dev.pageturner.testing;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import okio.Okio;

/** Test data that was taken over from others, in {@code src/test/resources/conformance}. */
public final class ConformanceFile {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private ConformanceFile() {}

  /** {@return the object in a file such as {@code link-header/link-header.json}} */
  public static Map<?, ?> read(String name) {
    try (InputStream file = ConformanceFile.class.getResourceAsStream("/conformance/" + name);
        JsonReader reader = JsonReader.of(Okio.buffer(Okio.source(file)))) {
      return (Map<?, ?>) JSON.fromJson(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** {@return the objects in {@code cases} of a file} */
  public static Stream<Map<?, ?>> cases(String name) {
    return ((List<?>) read(name).get("cases")).stream().map(each -> (Map<?, ?>) each);
  }

  /** {@return what a JSON text means, numbers as doubles} */
  public static Object value(String json) {
    try {
      return JSON.fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  /** {@return a value as JSON, null members too} */
  public static Buffer json(Object value) {
    Buffer json = new Buffer();
    try (JsonWriter writer = JsonWriter.of(json)) {
      writer.setSerializeNulls(true);
      JSON.toJson(writer, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json;
  }
}
