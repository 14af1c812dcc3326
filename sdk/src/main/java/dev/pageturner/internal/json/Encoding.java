package dev.pageturner.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Adapters of the application as they write, whose failures are all exceptions. */
public final class Encoding {
  private Encoding() {}

  /**
   * Writes a value with an adapter.
   *
   * <p>Moshi makes an {@link AssertionError} of all that is thrown while a component of a record is
   * written, once for each record around it.
   */
  public static <T> void write(JsonAdapter<T> adapter, JsonWriter writer, @Nullable T value)
      throws IOException {
    try {
      adapter.toJson(writer, value);
    } catch (AssertionError e) {
      Throwable thrown = e;
      while (thrown instanceof AssertionError && thrown.getCause() != null) {
        thrown = thrown.getCause();
      }
      if (thrown instanceof RuntimeException failure) {
        throw failure;
      } else if (thrown instanceof IOException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
