package dev.pageturner.internal.content;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import dev.pageturner.json.RawJson;
import org.jspecify.annotations.Nullable;

/** Values of the application as JSON, by the adapter that the client has for any value. */
public final class Values {
  private final JsonAdapter<Object> adapter;

  /** Writes with the adapter that writes any value. */
  public Values(JsonAdapter<Object> adapter) {
    this.adapter = adapter;
  }

  /** {@return a value as JSON} */
  public RawJson json(@Nullable Object value) {
    return value instanceof RawJson json ? json : RawJson.parse(text(value));
  }

  /**
   * {@return a value as the text of its JSON}
   *
   * @throws IllegalArgumentException if a part of it has no adapter or no form in JSON
   */
  public String text(@Nullable Object value) {
    if (value instanceof RawJson json) {
      return json.text();
    }
    try {
      return adapter.toJson(value);
    } catch (JsonDataException e) {
      throw new IllegalArgumentException("the value cannot be written: " + e.getMessage(), e);
    }
  }
}
