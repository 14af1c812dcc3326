package dev.pageturner.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.pageturner.internal.json.Strictness;
import org.jspecify.annotations.Nullable;

/** Says how the adapters beside it read. */
final class StrictnessAdapter extends JsonAdapter<Strictness> implements Strictness.Carrier {
  private final Strictness strictness;

  StrictnessAdapter(Strictness strictness) {
    this.strictness = strictness;
  }

  @Override
  public Strictness strictness() {
    return strictness;
  }

  @Override
  public Strictness fromJson(JsonReader reader) {
    throw new UnsupportedOperationException("not a value of JSON");
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Strictness value) {
    throw new UnsupportedOperationException("not a value of JSON");
  }
}
