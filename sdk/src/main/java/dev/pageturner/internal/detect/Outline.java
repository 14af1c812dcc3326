package dev.pageturner.internal.detect;

import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.json.CountedSource;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.JsonPath;
import dev.pageturner.pagination.Items;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a page looks like, without the insides of its arrays: enough to find the items
 * and to recognise how the endpoint pages.
 *
 * <p>A body that is cut, since only its beginning is in memory, has an array that is still open at
 * the end: it must be the one that makes the page large.
 */
public final class Outline {
  private static final int DEEPEST = 6;
  private static final int MOST_VALUES = 500;
  private static final int LONGEST_VALUE = 4096;
  private static final int MOST_KEPT_ELEMENTS = 32;

  private final Map<JsonPath, String> scalars = new LinkedHashMap<>();
  private final List<Array> arrays = new ArrayList<>();
  private final List<JsonPath> objects = new ArrayList<>();
  private @Nullable Array open;
  private @Nullable JsonPath passedBy;

  /**
   * An array outside of all others.
   *
   * @param path where it is
   * @param elements the JSON of its first elements
   * @param count how many it has, as far as they were seen
   */
  public record Array(JsonPath path, List<String> elements, long count) {
    public boolean hasObjects() {
      return !elements.isEmpty() && elements.get(0).startsWith("{");
    }

    public String name() {
      return nameOf(path);
    }
  }

  /**
   * {@return the outline of a body}
   *
   * @throws IOException if it is not JSON
   */
  public static Outline of(byte[] bytes, int from, int to, boolean cut) throws IOException {
    Outline outline = new Outline();
    JsonReader json = JsonReader.of(CountedSource.of(bytes, from, to).source());
    try {
      outline.read(json, JsonPath.parse("$"), 0);
    } catch (IOException e) {
      // A cut in a string or a literal looks like bad syntax; what is bad, the traversal meets.
      if (!cut) {
        throw e;
      }
    }
    return outline;
  }

  /**
   * {@return the outline of a body around its items, of which nothing is kept}
   *
   * @throws IOException if it is not JSON
   */
  public static Outline around(Items items, byte[] bytes, int from, int to) throws IOException {
    Outline outline = new Outline();
    outline.passedBy = JsonPath.parse(ItemsPath.of(items).text());
    outline.read(JsonReader.of(CountedSource.of(bytes, from, to).source()), JsonPath.parse("$"), 0);
    return outline;
  }

  /** Reads a value into this outline. */
  public void read(JsonReader json, JsonPath path, int depth) throws IOException {
    switch (json.peek()) {
      case BEGIN_OBJECT -> readObject(json, path, depth);
      case BEGIN_ARRAY -> readArray(json, path);
      default -> readScalar(json, path);
    }
  }

  private void readObject(JsonReader json, JsonPath path, int depth) throws IOException {
    if (depth >= DEEPEST || scalars.size() >= MOST_VALUES) {
      json.skipValue();
      return;
    }
    objects.add(path);
    json.beginObject();
    while (json.hasNext()) {
      read(json, path.child(json.nextName()), depth + 1);
    }
    json.endObject();
  }

  private void readArray(JsonReader json, JsonPath path) throws IOException {
    List<String> elements = new ArrayList<>();
    long count = 0;
    open = new Array(path, elements, 0);
    json.beginArray();
    while (json.hasNext()) {
      count++;
      if (elements.size() < MOST_KEPT_ELEMENTS && !path.equals(passedBy)) {
        elements.add(raw(json));
      } else {
        json.skipValue();
      }
    }
    json.endArray();
    open = null;
    arrays.add(new Array(path, elements, count));
  }

  private void readScalar(JsonReader json, JsonPath path) throws IOException {
    String value = raw(json);
    if (value.length() <= LONGEST_VALUE && scalars.size() < MOST_VALUES) {
      scalars.put(path, value);
    }
  }

  private static String raw(JsonReader json) throws IOException {
    try (BufferedSource source = json.nextSource()) {
      return source.readUtf8();
    }
  }

  /** Takes note of an object that is gone through elsewhere. */
  public void entered(JsonPath object) {
    objects.add(object);
  }

  /** Takes note of a value that was read elsewhere. */
  public void found(JsonPath path, String json) throws IOException {
    read(JsonReader.of(new Buffer().writeUtf8(json)), path, path.steps().size());
  }

  /** {@return the strings, numbers, booleans and nulls outside of arrays, as JSON} */
  public Map<JsonPath, String> scalars() {
    return scalars;
  }

  /** {@return the arrays outside of arrays} */
  public List<Array> arrays() {
    return arrays;
  }

  /** {@return the objects outside of arrays} */
  public List<JsonPath> objects() {
    return objects;
  }

  /** {@return the JSON of the value at a path, also within an array whose elements were kept} */
  public @Nullable String find(JsonPath path) {
    String scalar = scalars.get(path);
    if (scalar != null) {
      return scalar;
    }
    if (objects.contains(path)) {
      return object(path);
    }
    for (Array array : arrays) {
      if (path.startsWith(array.path())) {
        String json = "[" + String.join(",", array.elements()) + "]";
        try {
          return path.relativeTo(array.path()).find(new Buffer().writeUtf8(json));
        } catch (IOException e) {
          throw new UncheckedIOException("read before: " + path, e);
        }
      }
    }
    return null;
  }

  /** Puts an object together again, but for the arrays in it. */
  private String object(JsonPath path) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    Stream.concat(scalars.keySet().stream(), objects.stream())
        .filter(child -> isParent(path, child))
        .forEach(child -> members.add(JsonMembers.quoted(nameOf(child)) + ":" + find(child)));
    return members.toString();
  }

  private static boolean isParent(JsonPath path, JsonPath child) {
    return child.startsWith(path) && child.steps().size() == path.steps().size() + 1;
  }

  /** Takes note of an array whose elements went by unseen, but for the last one. */
  public void passed(JsonPath path, @Nullable String lastElement, long count) {
    arrays.add(0, new Array(path, lastElement == null ? List.of() : List.of(lastElement), count));
  }

  /** {@return whether there is an object at a path that has members} */
  public boolean hasMembers(JsonPath path) {
    return objects.contains(path)
        && (scalars.keySet().stream().anyMatch(each -> each.startsWith(path))
            || arrays.stream().anyMatch(each -> each.path().startsWith(path)));
  }

  /** {@return the JSON of the first elements of an array, as far as they were kept} */
  public List<String> elements(JsonPath path) {
    // Of an array that went by, the beginning was kept while it was open.
    return Stream.concat(open().stream(), arrays.stream())
        .filter(array -> array.path().equals(path))
        .findFirst()
        .map(Array::elements)
        .orElse(List.of());
  }

  /** {@return the array that was still open where the bytes end} */
  public Optional<Array> open() {
    return Optional.ofNullable(open);
  }

  /** {@return the last name of a path, empty for the root} */
  public static String nameOf(JsonPath path) {
    List<JsonPath.Step> steps = path.steps();
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof JsonPath.Name name
        ? name.name()
        : "";
  }
}
