package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.internal.json.Strictness;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a union may be, one thing after the other, and from them its adapter: the kind of JSON
 * decides, among objects the discriminator, without one the members. What is none of them is kept
 * as JSON, and told by a warning.
 *
 * @param <T> the union
 */
public final class Alternatives<T> {
  private final Moshi moshi;
  private final boolean strict;
  private final Way<T> unknown;
  private final Map<Class<?>, Way<T>> byClass = new HashMap<>();
  private final Map<JsonReader.Token, Way<T>> byToken = new EnumMap<>(JsonReader.Token.class);
  private final Map<String, Way<T>> byValue = new HashMap<>();
  private final List<Way<T>> objects = new ArrayList<>();
  private final Shapes.Builder shapes = Shapes.builder();
  private @Nullable String discriminator;
  private boolean shaped;

  /**
   * How one alternative is read and written.
   *
   * @param adapter reads and writes the value
   * @param wrap makes the union of the value
   * @param unwrap takes the value out
   * @param tag the value of the discriminator, where the object itself does not have it
   */
  private record Way<T>(
      JsonAdapter<Object> adapter,
      Function<Object, T> wrap,
      Function<T, Object> unwrap,
      @Nullable String tag) {
    @Nullable
    T read(JsonReader reader) throws IOException {
      Object value = adapter.fromJson(reader);
      return value == null ? null : wrap.apply(value);
    }
  }

  /**
   * None yet.
   *
   * @param unknown the class of what the document does not list
   * @param json the class of its JSON
   */
  public <V, W extends T> Alternatives(
      Moshi moshi, Class<W> unknown, Class<V> json, Function<V, W> wrap, Function<W, V> unwrap) {
    this.moshi = moshi;
    this.strict = Strictness.of(moshi) == Strictness.STRICT;
    this.unknown = way(json, wrap, unwrap, null);
    byClass.put(unknown, this.unknown);
  }

  @SuppressWarnings("unchecked") // The functions are called with what the adapter of V has read.
  private <V, W extends T> Way<T> way(
      Type type, Function<V, W> wrap, Function<W, V> unwrap, @Nullable String tag) {
    return new Way<>(
        Adapters.of(moshi, type, strict),
        value -> wrap.apply((V) value),
        union -> unwrap.apply((W) union),
        tag);
  }

  /** Says which member tells the objects apart. */
  public void discriminator(String member) {
    discriminator = member;
  }

  /** Adds an object, and the values of the discriminator that mean it. */
  public <O extends T> void object(Class<O> type, String... values) {
    add(type, null, values);
  }

  /** Adds an object that does not have the discriminator as a member: it is written before them. */
  public <O extends T> void tagged(Class<O> type, String... values) {
    add(type, values[0], values);
  }

  private <O extends T> void add(Class<O> type, @Nullable String tag, String... values) {
    Way<T> way = way(type, Function.<O>identity(), Function.<O>identity(), tag);
    byClass.put(type, way);
    objects.add(way);
    for (String value : values) {
      byValue.put(value, way);
    }
  }

  /** Adds an object that its members tell from others. */
  public <O extends T> Shapes.Builder shaped(Class<O> type) {
    shaped = true;
    add(type, null);
    return shapes.shape();
  }

  /** Adds text, held by a class. */
  public <V, W extends T> void ofString(
      Class<W> holder, Type type, Function<V, W> wrap, Function<W, V> unwrap) {
    add(holder, JsonReader.Token.STRING, way(type, wrap, unwrap, null));
  }

  /** Adds a number, held by a class. */
  public <V, W extends T> void ofNumber(
      Class<W> holder, Type type, Function<V, W> wrap, Function<W, V> unwrap) {
    add(holder, JsonReader.Token.NUMBER, way(type, wrap, unwrap, null));
  }

  /** Adds a boolean, held by a class. */
  public <V, W extends T> void ofBoolean(
      Class<W> holder, Type type, Function<V, W> wrap, Function<W, V> unwrap) {
    add(holder, JsonReader.Token.BOOLEAN, way(type, wrap, unwrap, null));
  }

  /** Adds a list, held by a class. */
  public <V, W extends T> void ofList(
      Class<W> holder, Type type, Function<V, W> wrap, Function<W, V> unwrap) {
    add(holder, JsonReader.Token.BEGIN_ARRAY, way(type, wrap, unwrap, null));
  }

  /** Adds a map, held by a class: an object that is none of the others. */
  public <V, W extends T> void ofMap(
      Class<W> holder, Type type, Function<V, W> wrap, Function<W, V> unwrap) {
    add(holder, JsonReader.Token.BEGIN_OBJECT, way(type, wrap, unwrap, null));
  }

  private void add(Class<?> holder, JsonReader.Token token, Way<T> way) {
    byClass.put(holder, way);
    byToken.put(token, way);
  }

  /** {@return the adapter} */
  public JsonAdapter<T> adapter() {
    String member = discriminator;
    if (member != null) {
      return new UnionAdapter(JsonReader.Options.of(member), null);
    }
    return new UnionAdapter(null, shaped && objects.size() > 1 ? shapes.build() : null);
  }

  private final class UnionAdapter extends JsonAdapter<T> {
    private final JsonReader.@Nullable Options kind;
    private final @Nullable Shapes found;

    UnionAdapter(JsonReader.@Nullable Options kind, @Nullable Shapes found) {
      this.kind = kind;
      this.found = found;
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      if (token == JsonReader.Token.NULL) {
        return reader.nextNull();
      }
      Way<T> way = token == JsonReader.Token.BEGIN_OBJECT ? object(reader) : null;
      if (way == null) {
        way = byToken.get(token);
      }
      if (way == null) {
        way = unknown;
        Deviations.met(reader, "a value that is none of its alternatives, kept as JSON,");
      }
      return way.read(reader);
    }

    private @Nullable Way<T> object(JsonReader reader) throws IOException {
      if (kind != null) {
        return byValue.get(Fields.peekText(reader, kind));
      } else if (found != null) {
        int index = found.find(reader);
        return index < 0 ? null : objects.get(index);
      }
      return objects.isEmpty() ? null : objects.get(0);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      Way<T> way = value == null ? null : byClass.get(value.getClass());
      if (value == null || way == null) {
        writer.nullValue();
        return;
      }
      String tag = way.tag();
      if (tag == null) {
        way.adapter().toJson(writer, way.unwrap().apply(value));
      } else {
        String name = String.valueOf(discriminator);
        Fields.writeTagged(writer, name, tag, way.adapter(), way.unwrap().apply(value));
      }
    }
  }
}
