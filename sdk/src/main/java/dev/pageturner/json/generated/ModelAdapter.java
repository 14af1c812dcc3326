package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes a model, member by member. */
final class ModelAdapter<T> extends JsonAdapter<T> {
  private final Member[] members;
  private final JsonReader.Options names;
  private final @Nullable JsonAdapter<Object> others;
  private final boolean strict;
  private final Function<Values, T> make;
  private final Function<T, @Nullable Object[]> values;

  ModelAdapter(
      Member[] members,
      JsonReader.Options names,
      @Nullable JsonAdapter<Object> others,
      boolean strict,
      Function<Values, T> make,
      Function<T, @Nullable Object[]> values) {
    this.members = members;
    this.names = names;
    this.others = others;
    this.strict = strict;
    this.make = make;
    this.values = values;
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    @Nullable Object[] found = new Object[members.length + (others == null ? 0 : 1)];
    Map<String, @Nullable Object> more = others == null ? Map.of() : new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      int index = reader.selectName(names);
      if (index >= 0) {
        Member member = members[index];
        found[index] = strict ? member.read(reader) : member.readLeniently(reader);
      } else if (others == null) {
        Fields.skip(reader);
      } else if (strict) {
        more.put(reader.nextName(), others.fromJson(reader));
      } else {
        Adapters.put(more, others, reader);
      }
    }
    reader.endObject();
    for (int i = 0; i < members.length; i++) {
      found[i] = members[i].completed(found[i], reader, strict);
    }
    if (others != null) {
      found[members.length] = more;
    }
    return make.apply(new Values(found));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    @Nullable Object[] held = values.apply(value);
    writer.beginObject();
    for (int i = 0; i < members.length; i++) {
      members[i].write(writer, held[i]);
    }
    if (others != null && held[members.length] instanceof Map<?, ?> more) {
      for (Map.Entry<?, ?> member : more.entrySet()) {
        Member.write(writer, String.valueOf(member.getKey()), others, member.getValue());
      }
    }
    writer.endObject();
  }
}
