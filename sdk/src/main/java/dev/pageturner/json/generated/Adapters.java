package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The adapters of what members hold: those of Moshi, but for lists and maps. */
final class Adapters {
  private Adapters() {}

  /** {@return the adapter of a type} */
  static JsonAdapter<Object> of(Moshi moshi, Type type, boolean strict) {
    if (!strict && type instanceof ParameterizedType known) {
      Type[] arguments = known.getActualTypeArguments();
      JsonAdapter<Object> inner = of(moshi, arguments[arguments.length - 1], false);
      return known.getRawType() == List.class ? list(inner) : map(inner);
    }
    return moshi.adapter(type);
  }

  // Of a list or a map, and of nothing else, a ParameterizedType is made here.
  @SuppressWarnings("unchecked")
  private static JsonAdapter<Object> list(JsonAdapter<Object> element) {
    return (JsonAdapter<Object>) (JsonAdapter<?>) new ListAdapter(element).nullSafe();
  }

  @SuppressWarnings("unchecked")
  private static JsonAdapter<Object> map(JsonAdapter<Object> value) {
    return (JsonAdapter<Object>) (JsonAdapter<?>) new MapAdapter(value).nullSafe();
  }

  /** A list whose elements that do not fit are left out, and told. */
  private static final class ListAdapter extends JsonAdapter<List<@Nullable Object>> {
    private final JsonAdapter<Object> element;

    ListAdapter(JsonAdapter<Object> element) {
      this.element = element;
    }

    @Override
    public List<@Nullable Object> fromJson(JsonReader reader) throws IOException {
      List<@Nullable Object> list = new ArrayList<>();
      reader.beginArray();
      for (long index = 0; reader.hasNext(); index++) {
        try {
          list.add(element.fromJson(reader));
        } catch (JsonDataException e) {
          Unfit.passOverElement(reader, index, e);
        }
      }
      reader.endArray();
      return list;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<@Nullable Object> value)
        throws IOException {
      writer.beginArray();
      if (value != null) {
        for (Object one : value) {
          element.toJson(writer, one);
        }
      }
      writer.endArray();
    }
  }

  /** A map whose values that do not fit are left out, and told. */
  private static final class MapAdapter extends JsonAdapter<Map<String, @Nullable Object>> {
    private final JsonAdapter<Object> adapter;

    MapAdapter(JsonAdapter<Object> adapter) {
      this.adapter = adapter;
    }

    @Override
    public Map<String, @Nullable Object> fromJson(JsonReader reader) throws IOException {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      reader.beginObject();
      while (reader.hasNext()) {
        put(map, adapter, reader);
      }
      reader.endObject();
      return map;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<String, @Nullable Object> value)
        throws IOException {
      writer.beginObject();
      if (value != null) {
        for (Map.Entry<String, @Nullable Object> member : value.entrySet()) {
          Member.write(writer, member.getKey(), adapter, member.getValue());
        }
      }
      writer.endObject();
    }
  }

  /** Reads a member into a map; one that does not fit is left out, and told. */
  static void put(Map<String, @Nullable Object> map, JsonAdapter<Object> adapter, JsonReader reader)
      throws IOException {
    String name = reader.nextName();
    try {
      map.put(name, adapter.fromJson(reader));
    } catch (JsonDataException e) {
      Unfit.passOverMember(reader, name, e);
    }
  }
}
