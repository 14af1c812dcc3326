package dev.pageturner.openapi.mockserver;

import dev.pageturner.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that lead to a value within JSON. */
final class Steps {
  private static final Pattern STEP =
      Pattern.compile("\\['((?:[^'\\\\]|\\\\.)*)'\\]|\\[([^\\]]*)\\]|([^.\\[\\]]+)");

  private Steps() {}

  /** {@return the names in a JSONPath, or in a dotted path} */
  static List<String> of(String path) {
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
  static Optional<Json> get(Json from, List<String> names) {
    Optional<Json> at = Optional.of(from);
    for (String name : names) {
      at = at.flatMap(value -> value.get(name));
    }
    return at;
  }

  /** {@return a copy with the value there; what is missing on the way is made} */
  static Json put(Json into, List<String> names, Json value) {
    return change(into, names, value);
  }

  /** {@return a copy without the value there} */
  static Json remove(Json from, List<String> names) {
    return get(from, names).isPresent() ? change(from, names, null) : from;
  }

  private static Json change(Json whole, List<String> names, @Nullable Json value) {
    if (names.isEmpty()) {
      return value == null ? Json.ofNull() : value;
    }
    Map<String, Json> members =
        new LinkedHashMap<>(whole.kind() == Json.Kind.OBJECT ? whole.members() : Map.of());
    String name = names.get(0);
    if (names.size() == 1 && value == null) {
      members.remove(name);
    } else {
      Json inside = members.getOrDefault(name, Json.ofObject(Map.of()));
      members.put(name, change(inside, names.subList(1, names.size()), value));
    }
    return Json.ofObject(members);
  }
}
