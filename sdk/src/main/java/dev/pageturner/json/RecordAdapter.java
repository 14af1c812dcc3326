package dev.pageturner.json;

import com.squareup.moshi.Json;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonQualifier;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.pageturner.internal.json.Encoding;
import dev.pageturner.internal.json.ShownPath;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records that Moshi cannot call, since they are not public: nested, local, of a package only.
 * Reads and writes as Moshi does with public ones.
 */
final class RecordAdapter<T> extends JsonAdapter<T> {
  private record Part(String name, Method accessor, JsonAdapter<Object> adapter) {}

  private final Constructor<T> constructor;
  private final List<Part> parts;
  private final JsonReader.Options names;

  /**
   * Looks for the adapters of the components.
   *
   * @throws InaccessibleObjectException if the record's module keeps it closed
   */
  RecordAdapter(Class<T> type, Type generic, Moshi moshi) {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor = constructor(type, components);
    this.parts = Arrays.stream(components)
        .map(component -> part(component, generic, moshi))
        .toList();
    this.names = JsonReader.Options.of(parts.stream().map(Part::name).toArray(String[]::new));
  }

  private static <T> Constructor<T> constructor(Class<T> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type.getName(), e);
    }
  }

  private static Part part(RecordComponent component, Type record, Moshi moshi) {
    Json named = component.getAnnotation(Json.class);
    String name = named == null ? component.getName() : named.name();
    component.getAccessor().setAccessible(true);
    Type type = resolved(component.getGenericType(), record);
    return new Part(
        name, component.getAccessor(), moshi.adapter(type, qualifiers(component), name));
  }

  private static Set<Annotation> qualifiers(RecordComponent component) {
    Set<Annotation> qualifiers = new LinkedHashSet<>();
    for (Annotation annotation : component.getAnnotations()) {
      if (annotation.annotationType().isAnnotationPresent(JsonQualifier.class)) {
        qualifiers.add(annotation);
      }
    }
    return qualifiers;
  }

  /** {@return the type with the arguments of the record in place of its variables} */
  private static Type resolved(Type type, Type record) {
    if (type instanceof TypeVariable<?> variable && record instanceof ParameterizedType actual) {
      List<?> variables = List.of(Types.getRawType(record).getTypeParameters());
      return actual.getActualTypeArguments()[variables.indexOf(variable)];
    } else if (type instanceof ParameterizedType generic && generic.getOwnerType() == null) {
      Type[] arguments = Arrays.stream(generic.getActualTypeArguments())
          .map(argument -> resolved(argument, record))
          .toArray(Type[]::new);
      return Types.newParameterizedType(generic.getRawType(), arguments);
    }
    return type;
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    @Nullable Object[] values = new Object[parts.size()];
    reader.beginObject();
    while (reader.hasNext()) {
      int index = reader.selectName(names);
      if (index < 0) {
        reader.skipName();
        reader.skipValue();
      } else {
        values[index] = parts.get(index).adapter().fromJson(reader);
      }
    }
    reader.endObject();
    checkPrimitives(values, reader);
    return created(values);
  }

  private void checkPrimitives(@Nullable Object[] values, JsonReader reader) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && constructor.getParameterTypes()[i].isPrimitive()) {
        throw new JsonDataException("Required value '" + parts.get(i).name() + "' missing at "
            + ShownPath.of(reader.getPath()));
      }
    }
  }

  private T created(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("a record that was made accessible is not", e);
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("a record failed", thrown);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    for (Part part : parts) {
      writer.name(part.name());
      Encoding.write(part.adapter(), writer, component(part, value));
    }
    writer.endObject();
  }

  private static @Nullable Object component(Part part, Object value) {
    try {
      return part.accessor().invoke(value);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a record that was made accessible is not", e);
    }
  }
}
