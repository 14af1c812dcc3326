package dev.pageturner.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells where JSON that is read leniently is not what its type says: each kind of deviation once,
 * with its place and without the value.
 *
 * <p>A reader carries them as a tag, so that adapters at any depth find them. A reader that carries
 * none gets some that write to the system's log. Safe for threads.
 */
public final class Deviations {
  /** Keys of maps make places without end. */
  private static final int MOST = 100;

  private static final Logger LOG = System.getLogger(Deviations.class.getPackageName());

  private final Consumer<String> told;
  private final Set<String> kinds = ConcurrentHashMap.newKeySet();

  private Deviations(Consumer<String> told) {
    this.told = told;
  }

  /**
   * {@return an adapter whose deviations are told, each kind once for all that it reads}
   *
   * @param adapter reads
   * @param told is given each message
   */
  public static <T> JsonAdapter<T> telling(JsonAdapter<T> adapter, Consumer<String> told) {
    boolean exact = adapter instanceof CheckedTextAdapter;
    return exact ? adapter : new TellingAdapter<>(adapter, new Deviations(told));
  }

  /** {@return an adapter whose deviations go to the system's log, each kind once} */
  public static <T> JsonAdapter<T> logging(JsonAdapter<T> adapter) {
    return telling(adapter, Deviations::log);
  }

  private static void log(String message) {
    LOG.log(Level.WARNING, message);
  }

  /**
   * Tells of a deviation at the place where the reader stands.
   *
   * @param what what was met, and what became of it
   */
  public static void met(JsonReader reader, String what) {
    met(reader, what, reader.getPath());
  }

  /**
   * Tells of a deviation at a place that the reader has left.
   *
   * @param what what was met, and what became of it
   * @param path the place
   */
  public static void met(JsonReader reader, String what, String path) {
    Deviations known = reader.tag(Deviations.class);
    if (known == null) {
      known = new Deviations(Deviations::log);
      reader.setTag(Deviations.class, known);
    }
    known.tell(what + " at " + withoutIndexes(path));
  }

  private void tell(String kind) {
    if (kinds.size() < MOST && kinds.add(kind)) {
      told.accept(kind + " (told once)");
    }
  }

  /** {@return the path, which is the same for all elements of an array} */
  private static String withoutIndexes(String path) {
    StringBuilder plain = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      plain.append(c);
      while (c == '[' && i + 1 < path.length() && Character.isDigit(path.charAt(i + 1))) {
        i++;
      }
    }
    return ShownPath.of(plain.toString());
  }

  private static final class TellingAdapter<T> extends JsonAdapter<T> {
    private final JsonAdapter<T> adapter;
    private final Deviations deviations;

    TellingAdapter(JsonAdapter<T> adapter, Deviations deviations) {
      this.adapter = adapter;
      this.deviations = deviations;
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
      if (reader.tag(Deviations.class) != deviations) {
        reader.setTag(Deviations.class, deviations);
      }
      return adapter.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      adapter.toJson(writer, value);
    }
  }
}
