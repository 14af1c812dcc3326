package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One of some listed values, written as that value; another one is kept, and told. */
final class ListedAdapter<V, T> extends JsonAdapter<T> {
  private final JsonAdapter<V> adapter;
  private final Function<V, T> wrap;
  private final Function<T, V> unwrap;
  private final Predicate<T> isListed;

  ListedAdapter(
      JsonAdapter<V> adapter, Function<V, T> wrap, Function<T, V> unwrap, Predicate<T> isListed) {
    this.adapter = adapter;
    this.wrap = wrap;
    this.unwrap = unwrap;
    this.isListed = isListed;
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    V value = adapter.fromJson(reader);
    if (value == null) {
      throw new JsonDataException("no value at " + ShownPath.of(reader.getPath()));
    }
    T wrapped = wrap.apply(value);
    if (!isListed.test(wrapped)) {
      Deviations.met(reader, "a value that the document does not list, kept as it is,");
    }
    return wrapped;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    adapter.toJson(writer, value == null ? null : unwrap.apply(value));
  }
}
