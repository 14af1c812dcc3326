package dev.pageturner.pagination;

import dev.pageturner.internal.json.JsonMembers;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names as the texts of this package show them: two lists of names never look the same. */
final class Shown {
  private Shown() {}

  static String names(Collection<String> names) {
    return names.stream().map(Shown::name).collect(Collectors.joining(", "));
  }

  static String name(String name) {
    boolean plain = name.chars().noneMatch(c -> c <= ' ' || c == ',' || c == ';' || c == '"');
    return plain ? name : JsonMembers.quoted(name);
  }
}
