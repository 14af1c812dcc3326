package dev.pageturner.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Marks JSON that goes to the server, which has no members that only the server says. What is
 * written elsewhere, to a file for one, keeps them.
 */
public final class Sent {
  private static final Sent MARK = new Sent();

  private Sent() {}

  /** {@return an adapter that marks what it writes} */
  public static <T> JsonAdapter<T> marking(JsonAdapter<T> adapter) {
    return new JsonAdapter<T>() {
      @Override
      public @Nullable T fromJson(JsonReader reader) throws IOException {
        return adapter.fromJson(reader);
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        writer.setTag(Sent.class, MARK);
        adapter.toJson(writer, value);
      }
    };
  }

  /** {@return whether what a writer writes is marked} */
  public static boolean isMarked(JsonWriter writer) {
    return writer.tag(Sent.class) != null;
  }
}
