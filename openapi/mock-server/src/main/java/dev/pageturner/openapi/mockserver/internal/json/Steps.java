package dev.pageturner.openapi.mockserver.internal.json;

import dev.pageturner.json.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that lead to a value within JSON. */
public final class Steps {
  private static final Pattern STEP =
      Pattern.compile("\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[([^\\]]*)\\]|([^.\\[\\]]+)");

  private Steps() {}

  /** {@return the names in a JSONPath, or in a dotted path} */
  public static List<String> of(String path) {
    List<String> names = new ArrayList<>();
    Matcher step = STEP.matcher(path.startsWith("$") ? path.substring(1) : path);
    while (step.find()) {
      if (step.group(1) != null) {
        names.add(step.group(1).replaceAll("\\\\(.)", "$1"));
      } else {
        names.add(step.group(2) != null ? step.group(2) : step.group(3));
      }
    }
    return names;
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
