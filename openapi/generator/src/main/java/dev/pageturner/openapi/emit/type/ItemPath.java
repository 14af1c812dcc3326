package dev.pageturner.openapi.emit.type;

import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas of the items of a page, wherever they stand in it. */
public final class ItemPath {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]]+)|\\[['\"](.*?)['\"]\\]|\\[[0-9*]+\\]");
  private static final int DEEPEST = 20;

  private ItemPath() {}

  /**
   * {@return what the document says about one item, empty if it says nothing}
   *
   * @param page what it says about the page
   * @param path the JSONPath of the list or of the object whose values are the items
   */
  public static List<Schema> itemAt(Schema page, String path) {
    List<Schema> at = List.of(page);
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      String name = steps.group(1) == null ? steps.group(2) : steps.group(1);
      at = name == null ? elements(at) : member(at, name);
    }
    return elements(at);
  }

  private static List<Schema> member(List<Schema> schemas, String name) {
    List<Schema> members = new ArrayList<>();
    for (Facts facts : alternatives(schemas)) {
      Facts.Member member = facts.properties().get(name);
      if (member != null) {
        members.addAll(member.schemas());
      }
    }
    return members;
  }

  private static List<Schema> elements(List<Schema> schemas) {
    List<Schema> elements = new ArrayList<>();
    for (Facts facts : alternatives(schemas)) {
      elements.addAll(facts.elements());
      if (facts.elements().isEmpty()) {
        elements.addAll(facts.memberValues());
      }
    }
    return elements.stream().distinct().toList();
  }

  /** {@return the facts of the value and of everything that it may be} */
  private static List<Facts> alternatives(List<Schema> schemas) {
    List<Facts> all = new ArrayList<>();
    collect(Facts.of(schemas), 0, all);
    return all;
  }

  private static void collect(Facts facts, int depth, List<Facts> all) {
    all.add(facts);
    if (depth < DEEPEST) {
      for (Schema schema : facts.schemas()) {
        Facts.alternatives(schema)
            .forEach(alternative -> collect(Facts.of(List.of(alternative)), depth + 1, all));
      }
    }
  }
}
