package dev.pageturner.internal.hints;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Okio;

/** Reads the cases in {@code conformance}; their source and licence are in the files. */
final class Conformance {
  private Conformance() {}

  /** One case; shown by its name or id. */
  record Case(String file, Map<String, Object> values) {
    Object get(String name) {
      return values.get(name);
    }

    String text(String name) {
      return (String) values.get(name);
    }

    boolean has(String name) {
      return values.containsKey(name);
    }

    @Override
    public String toString() {
      return file + ": " + values.getOrDefault("id", values.get("name"));
    }
  }

  @SuppressWarnings("unchecked")
  static Stream<Case> cases(String file) {
    Map<String, Object> root = (Map<String, Object>) read("/conformance/" + file);
    return ((List<Map<String, Object>>) root.get("cases"))
        .stream().map(values -> new Case(file, values));
  }

  private static Object read(String resource) {
    try (InputStream in = Conformance.class.getResourceAsStream(resource)) {
      return JsonReader.of(Okio.buffer(Okio.source(in))).readJsonValue();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
