package dev.pageturner.internal.events;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;

/** Reads the test data that other people wrote. */
final class Conformance {
  private Conformance() {}

  static ByteString bytes(String path) {
    try (InputStream in = Conformance.class.getResourceAsStream("/conformance/" + path);
        BufferedSource source = Okio.buffer(Okio.source(Objects.requireNonNull(in, path)))) {
      return source.readByteString();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** {@return the list of objects that a member of a JSON file is} */
  static List<Map<String, Object>> cases(String path, String member) {
    return objects(object(bytes(path).utf8()).get(member));
  }

  static Map<String, Object> object(String json) {
    return map(value(json));
  }

  private static Object value(String json) {
    try {
      return Objects.requireNonNull(
          new Moshi.Builder().build().adapter(Object.class).fromJson(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> objects(Object value) {
    return (List<Map<String, Object>>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
