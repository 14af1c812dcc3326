package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tag is a part of which: a parent must be declared, and no tag be a part of itself. */
final class TagParents {
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final Problems problems;

  TagParents(List<Tag> tags, Problems problems) {
    this.problems = problems;
    for (Tag tag : tags) {
      declared.add(tag.name());
      tag.parent().ifPresent(parent -> parents.put(tag.name(), parent));
    }
  }

  /** Warns at each tag whose parent is none. */
  void check(List<ObjectNode> written) {
    for (ObjectNode tag : written) {
      String parent = parents.get(tag.text("name").orElse(""));
      if (parent != null && !declared.contains(parent)) {
        problems.warning(tag.location(), "the parent of the tag is not declared; it has none");
      } else if (parent != null && isPartOfItself(tag.text("name").orElse(""))) {
        problems.warning(tag.location(), "the tag is a part of itself; it has no parent");
      }
    }
  }

  private boolean isPartOfItself(String name) {
    Set<String> seen = new HashSet<>();
    for (String at = parents.get(name); at != null && seen.add(at); at = parents.get(at)) {
      if (at.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
