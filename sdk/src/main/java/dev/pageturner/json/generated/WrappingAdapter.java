package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type that wraps one value, written as that value. */
final class WrappingAdapter<V, T> extends JsonAdapter<T> {
  private final JsonAdapter<V> adapter;
  private final Function<V, T> wrap;
  private final Function<T, V> unwrap;

  WrappingAdapter(JsonAdapter<V> adapter, Function<V, T> wrap, Function<T, V> unwrap) {
    this.adapter = adapter;
    this.wrap = wrap;
    this.unwrap = unwrap;
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    V value = adapter.fromJson(reader);
    if (value == null) {
      throw new JsonDataException("no value at " + ShownPath.of(reader.getPath()));
    }
    return wrap.apply(value);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    adapter.toJson(writer, value == null ? null : unwrap.apply(value));
  }
}
