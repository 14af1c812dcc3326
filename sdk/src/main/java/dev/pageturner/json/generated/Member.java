package dev.pageturner.json.generated;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Types;
import dev.pageturner.internal.json.Deviations;
import dev.pageturner.internal.json.Sent;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member of a JSON object, as a model reads and writes it. */
public final class Member {
  /** What a member says by being there, by being null and by not being there. */
  enum Presence {
    /** It may be missing; null is the same. */
    OPTIONAL,
    /** It has to be there, and not to be null. */
    REQUIRED,
    /** It has to be there, and may be null. */
    NULLABLE,
    /** Null is another thing than nothing: an {@code Optional}, and null. */
    CLEARABLE
  }

  /** Stands for a value that was passed over, since it was not what it should be. */
  private static final Object UNFIT = new Object();

  private final String name;
  private final JsonAdapter<Object> adapter;
  private final Presence presence;
  private final @Nullable Object empty;
  private boolean readOnly;

  Member(String name, Type type, JsonAdapter<Object> adapter, Presence presence) {
    this.name = name;
    this.adapter = adapter;
    this.presence = presence;
    this.empty = empty(Types.getRawType(type));
  }

  private static @Nullable Object empty(Class<?> type) {
    return type == List.class ? List.of() : type == Map.class ? Map.of() : null;
  }

  /** Says that only the server says this member: it is left out of what is sent. */
  public void readOnly() {
    readOnly = true;
  }

  String name() {
    return name;
  }

  /** {@return the value, where nothing but the value that it should be is one} */
  @Nullable
  Object read(JsonReader reader) throws IOException {
    Object value = adapter.fromJson(reader);
    return presence == Presence.CLEARABLE ? Optional.ofNullable(value) : value;
  }

  /** {@return the value; {@link #UNFIT} for another thing, which is passed over and told} */
  @Nullable
  Object readLeniently(JsonReader reader) throws IOException {
    try {
      return read(reader);
    } catch (JsonDataException e) {
      Unfit.passOverMember(reader, name, e);
      return UNFIT;
    }
  }

  /**
   * {@return what stands for the value}: a list or a map is empty where it is missing, since many
   * servers write null for it
   *
   * @throws JsonDataException if the value is missing, has to be there, and that is an error
   */
  @Nullable
  Object completed(@Nullable Object value, JsonReader reader, boolean strict) {
    boolean present = value != null && value != UNFIT;
    if (present || presence != Presence.REQUIRED) {
      return present ? value : null;
    } else if (empty != null || value == UNFIT) {
      return empty;
    } else if (strict) {
      throw new JsonDataException(
          "Required value '" + name + "' missing at " + ShownPath.of(reader.getPath()));
    }
    Deviations.met(reader, "the required member " + name + " is missing or null, taken as absent,");
    return null;
  }

  void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (readOnly && Sent.isMarked(writer)) {
      return;
    }
    Object bare = value instanceof Optional<?> held ? held.orElse(null) : value;
    if (value == null && presence != Presence.NULLABLE) {
      return;
    }
    write(writer, name, adapter, bare);
  }

  /** Writes a member, as {@code null} if its value is null, whatever the writer does with nulls. */
  static void write(
      JsonWriter writer, String name, JsonAdapter<Object> adapter, @Nullable Object value)
      throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(serializeNulls || value == null);
    try {
      writer.name(name);
      adapter.toJson(writer, value);
    } finally {
      writer.setSerializeNulls(serializeNulls);
    }
  }
}
