package dev.pageturner.json.generated;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which of several kinds of object a JSON object is, where no member says so: by the members
 * that must be there, by those that may, and by values that are fixed.
 *
 * <p>A kind is out if one of its required members is missing or a fixed value is another one. Among
 * the others the one with the most fixed values counts, then the most known members, then the
 * fewest members that are missing, then the first. Immutable.
 */
public final class Shapes {
  private final List<Shape> shapes;
  private final List<Set<String>> namesOfEach;
  private final List<String> names;
  private final JsonReader.Options options;

  private Shapes(List<Shape> shapes) {
    this.shapes = List.copyOf(shapes);
    this.namesOfEach = shapes.stream().map(Shape::names).toList();
    Set<String> all = new LinkedHashSet<>();
    namesOfEach.forEach(all::addAll);
    this.names = List.copyOf(all);
    this.options = JsonReader.Options.of(names.toArray(new String[0]));
  }

  /** {@return an empty builder} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return the index of the kind that the next object is, -1 if it is none of them}
   *
   * <p>Nothing is consumed. Takes time linear in the size of the object.
   *
   * @param reader a reader before an object
   */
  public int find(JsonReader reader) throws IOException {
    try (JsonReader ahead = reader.peekJson()) {
      return best(read(ahead));
    }
  }

  private Seen read(JsonReader reader) throws IOException {
    reader.setFailOnUnknown(false);
    Map<String, String> members = new LinkedHashMap<>();
    reader.beginObject();
    boolean empty = !reader.hasNext();
    while (reader.hasNext()) {
      int index = reader.selectName(options);
      if (index < 0) {
        Fields.skip(reader);
      } else {
        members.put(names.get(index), Fields.text(reader));
      }
    }
    return new Seen(members, empty);
  }

  private int best(Seen seen) {
    int best = -1;
    long highest = -1;
    for (int i = 0; i < shapes.size(); i++) {
      long score = shapes.get(i).score(seen, namesOfEach.get(i));
      if (score > highest) {
        best = i;
        highest = score;
      }
    }
    return best;
  }

  private record Seen(Map<String, String> members, boolean empty) {}

  private record Shape(Map<String, String> fixed, Set<String> required, Set<String> optional) {
    Set<String> names() {
      Set<String> names = new LinkedHashSet<>(fixed.keySet());
      names.addAll(required);
      names.addAll(optional);
      return names;
    }

    /** Negative if the members are not of this shape. */
    long score(Seen seen, Set<String> names) {
      Map<String, String> members = seen.members();
      if (!members.keySet().containsAll(required)) {
        return -1;
      }
      long equal = 0;
      for (Map.Entry<String, String> entry : fixed.entrySet()) {
        String value = members.get(entry.getKey());
        if (value != null && !value.equals(entry.getValue())) {
          return -1;
        }
        equal += value == null ? 0 : 1;
      }
      long present = names.stream().filter(members::containsKey).count();
      long missing = names.size() - present;
      if (present == 0 && !seen.empty()) {
        return -1;
      }
      return equal * 1_000_000_000 + present * 100_000 + 99_999 - missing;
    }
  }

  /** Builds {@link Shapes}, one kind after the other. */
  public static final class Builder {
    private final List<Shape> shapes = new ArrayList<>();

    private Builder() {}

    /** Begins the next kind. */
    public Builder shape() {
      shapes.add(new Shape(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>()));
      return this;
    }

    /** Adds a member whose value is always the same text, number or boolean. */
    public Builder fixed(String name, String value) {
      last().fixed().put(name, value);
      return this;
    }

    /** Adds members that are always there. */
    public Builder required(String... names) {
      last().required().addAll(List.of(names));
      return this;
    }

    /** Adds members that may be there. */
    public Builder optional(String... names) {
      last().optional().addAll(List.of(names));
      return this;
    }

    private Shape last() {
      if (shapes.isEmpty()) {
        throw new IllegalStateException("no shape() yet");
      }
      return shapes.get(shapes.size() - 1);
    }

    /** {@return the shapes} */
    public Shapes build() {
      return new Shapes(shapes);
    }
  }
}
