package dev.pageturner.openapi.mockserver.internal.json;

import dev.pageturner.json.RawJson;
import dev.pageturner.pagination.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names that lead to a value within JSON. */
public final class Steps {
  private Steps() {}

  /** {@return the names in a path, or in a dotted name that is none for its signs} */
  public static List<String> of(String path) {
    try {
      return JsonPath.of(path).names();
    } catch (IllegalArgumentException e) {
      return List.of(path.split("\\.", -1));
    }
  }

  /** {@return the value there} */
  public static Optional<RawJson> get(RawJson from, List<String> names) {
    Optional<RawJson> at = Optional.of(from);
    for (String name : names) {
      at = at.flatMap(value -> value.get(name));
    }
    return at;
  }

  /** {@return a copy with the value there; what is missing on the way is made} */
  public static RawJson put(RawJson into, List<String> names, RawJson value) {
    return change(into, names, value);
  }

  /** {@return a copy without the value there} */
  public static RawJson remove(RawJson from, List<String> names) {
    return get(from, names).isPresent() ? change(from, names, null) : from;
  }

  private static RawJson change(RawJson whole, List<String> names, @Nullable RawJson value) {
    if (names.isEmpty()) {
      return value == null ? RawJson.ofNull() : value;
    }
    Map<String, RawJson> members =
        new LinkedHashMap<>(whole.kind() == RawJson.Kind.OBJECT ? whole.members() : Map.of());
    String name = names.get(0);
    if (names.size() == 1 && value == null) {
      members.remove(name);
    } else {
      RawJson inside = members.getOrDefault(name, RawJson.ofObject(Map.of()));
      members.put(name, change(inside, names.subList(1, names.size()), value));
    }
    return RawJson.ofObject(members);
  }
}
