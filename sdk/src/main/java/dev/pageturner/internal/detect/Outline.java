package dev.pageturner.internal.detect;

import com.squareup.moshi.JsonReader;
import dev.pageturner.internal.json.CountedSource;
import dev.pageturner.internal.json.JsonMembers;
import dev.pageturner.internal.json.LineItems;
import dev.pageturner.internal.json.PathExpression;
import dev.pageturner.pagination.Items;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private final Map<PathExpression, String> scalars = new LinkedHashMap<>();
  private final List<Array> arrays = new ArrayList<>();
  private final List<PathExpression> objects = new ArrayList<>();
  private @Nullable Array open;
  private @Nullable PathExpression passedBy;

  /**
   * An array outside of all others.
   *
   * @param path where it is
   * @param elements the JSON of its first elements
   * @param count how many it has, as far as they were seen
   */
  public record Array(PathExpression path, List<String> elements, long count) {
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
      outline.read(json, PathExpression.parse("$"), 0);
    } catch (IOException e) {
      // A cut in a string or a literal looks like bad syntax; what is bad, the traversal meets.
      if (!cut) {
        throw e;
      }
    }
    return outline;
  }

  /**
   * {@return the outline of a body of lines, which is that of an array of them}
   *
   * @param cut whether the last line may be a part of one
   * @throws LineItems.BadLine about a line that is no JSON
   */
  public static Outline ofLines(byte[] bytes, int from, int to, boolean cut)
      throws IOException, LineItems.BadLine {
    List<String> elements = new ArrayList<>();
    long count = 0;
    try (LineItems lines = LineItems.of(bytes, from, to, Math.max(1, to - from))) {
      while (lines.next() && (lines.isComplete() || !cut)) {
        count++;
        if (elements.size() < MOST_KEPT_ELEMENTS) {
          elements.add(new String(
              lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8));
        }
      }
    } catch (LineItems.BadLine e) {
      // What is bad, the traversal meets.
      if (!cut) {
        throw e;
      }
    }
    Outline outline = new Outline();
    Array array = new Array(PathExpression.parse("$"), elements, count);
    if (cut) {
      outline.open = array;
    } else {
      outline.arrays.add(array);
    }
    return outline;
  }

  /** {@return the outline of a body of so many lines} */
  public static Outline ofCount(long lines) {
    Outline outline = new Outline();
    outline.passed(PathExpression.parse("$"), null, lines);
    return outline;
  }

  /**
   * {@return the outline of a body around its items, of which nothing is kept}
   *
   * @throws IOException if it is not JSON
   */
  public static Outline around(Items items, byte[] bytes, int from, int to) throws IOException {
    Outline outline = new Outline();
    outline.passedBy = PathExpression.parse(ItemsPath.of(items).text());
    outline.read(
        JsonReader.of(CountedSource.of(bytes, from, to).source()), PathExpression.parse("$"), 0);
    return outline;
  }

  /** Reads a value into this outline. */
  public void read(JsonReader json, PathExpression path, int depth) throws IOException {
    switch (json.peek()) {
      case BEGIN_OBJECT -> readObject(json, path, depth);
      case BEGIN_ARRAY -> readArray(json, path);
      default -> readScalar(json, path);
    }
  }

  private void readObject(JsonReader json, PathExpression path, int depth) throws IOException {
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

  private void readArray(JsonReader json, PathExpression path) throws IOException {
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

  private void readScalar(JsonReader json, PathExpression path) throws IOException {
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
  public void entered(PathExpression object) {
    objects.add(object);
  }

  /** Takes note of a value that was read elsewhere. */
  public void found(PathExpression path, String json) throws IOException {
    read(JsonReader.of(new Buffer().writeUtf8(json)), path, path.steps().size());
  }

  /** {@return the strings, numbers, booleans and nulls outside of arrays, as JSON} */
  public Map<PathExpression, String> scalars() {
    return scalars;
  }

  /** {@return the arrays outside of arrays} */
  public List<Array> arrays() {
    return arrays;
  }

  /** {@return the objects outside of arrays} */
  public List<PathExpression> objects() {
    return objects;
  }

  /** {@return the JSON of the value at a path, also within an array whose elements were kept} */
  public @Nullable String find(PathExpression path) {
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
  private String object(PathExpression path) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    Stream.concat(scalars.keySet().stream(), objects.stream())
        .filter(child -> isParent(path, child))
        .forEach(child -> members.add(JsonMembers.quoted(nameOf(child)) + ":" + find(child)));
    return members.toString();
  }

  private static boolean isParent(PathExpression path, PathExpression child) {
    return child.startsWith(path) && child.steps().size() == path.steps().size() + 1;
  }

  /** Takes note of an array whose elements went by unseen, but for the last one. */
  public void passed(PathExpression path, @Nullable String lastElement, long count) {
    arrays.add(0, new Array(path, lastElement == null ? List.of() : List.of(lastElement), count));
  }

  /** {@return whether there is an object at a path that has members} */
  public boolean hasMembers(PathExpression path) {
    return objects.contains(path)
        && (scalars.keySet().stream().anyMatch(each -> each.startsWith(path))
            || arrays.stream().anyMatch(each -> each.path().startsWith(path)));
  }

  /** {@return the JSON of the first elements of an array, as far as they were kept} */
  public List<String> elements(PathExpression path) {
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
  public static String nameOf(PathExpression path) {
    List<PathExpression.Step> steps = path.steps();
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof PathExpression.Name name
        ? name.name()
        : "";
  }
}
