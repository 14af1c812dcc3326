package dev.pageturner;

import com.squareup.moshi.Moshi;
import dev.pageturner.json.Json;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;

/** Values of the application as JSON. */
final class JsonBodies {
  private JsonBodies() {}

  /**
   * {@return a value as JSON}
   *
   * @param moshi the adapters
   * @param value {@link Json}, a map, a collection, or what an adapter can write
   */
  static String write(Moshi moshi, Object value) {
    if (value instanceof Json json) {
      return json.text();
    }
    Type type = value instanceof Map
        ? Map.class
        : value instanceof Collection ? Collection.class : value.getClass();
    return moshi.adapter(type).toJson(value);
  }
}
