package dev.pageturner.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Adapters of the application, whose failures are all exceptions. */
public final class Decoding {
  private Decoding() {}

  /**
   * {@return the value that an adapter reads}
   *
   * <p>Moshi makes an {@link AssertionError} of what a record's constructor throws: bad data, not a
   * broken program.
   */
  public static <T> @Nullable T read(JsonAdapter<T> adapter, JsonReader json) throws IOException {
    try {
      return adapter.fromJson(json);
    } catch (AssertionError e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw e;
    }
  }
}
