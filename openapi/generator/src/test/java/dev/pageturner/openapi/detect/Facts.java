package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.detect.DetectedPagination.PageSize;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.pagination.Pagination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one operation pages, as the members of {@code x-expected} write it: {@code style},
 * {@code items}, {@code position}, {@code next}, {@code size}, {@code flag}, {@code total},
 * {@code totalPages}, {@code lastItem} and {@code start}. Without a member, the operation is not
 * paginated.
 */
final class Facts {
  /** What {@code x-expected} says of an operation that is not paginated. */
  static final String NONE = "none";

  /** The style of a list that is recognised from its first response. */
  static final String RUN_TIME = "run-time";

  private static final String STYLE = "style";

  private final Map<String, String> members = new LinkedHashMap<>();

  private Facts() {}

  /** {@return what the operation's author expects to be found} */
  static Facts expectedOf(Operation operation) {
    Node said = Optional.ofNullable(operation.node().get("x-expected")).orElseThrow();
    Facts facts = new Facts();
    if (said.text().filter(NONE::equals).isPresent()) {
      return facts;
    }
    said.asObject()
        .orElseThrow()
        .members()
        .forEach((name, value) -> facts.members.put(name, value.text().orElseThrow()));
    return facts;
  }

  /** {@return what was found} */
  static Facts foundIn(Detection detection) {
    Facts facts = new Facts();
    detection.best().ifPresent(facts::add);
    if (detection.pagination().filter(Pagination::isDetected).isPresent()) {
      facts.members.put(STYLE, RUN_TIME);
    }
    return facts;
  }

  Optional<String> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** {@return whether they say enough to make a server that pages so} */
  boolean canBeServed() {
    return members.containsKey("items") && !RUN_TIME.equals(members.get(STYLE));
  }

  private void add(DetectedPagination found) {
    members.put(STYLE, found.style().label());
    add("items", found.items());
    add("position", found.position().map(field -> field.in() + ":" + field.name()));
    add("next", found.next());
    add("size", found.size().map(Facts::inWords));
    add("flag", found.endFlag());
    add("total", found.total());
    add("totalPages", found.totalPages());
    add("lastItem", found.lastItemField());
    add("start", found.start());
  }

  private void add(String name, Optional<?> value) {
    value.ifPresent(one -> members.put(name, one.toString()));
  }

  private static String inWords(PageSize size) {
    String most = size.maximum().map(maximum -> " up to " + maximum).orElse("");
    return size.in() + ":" + size.name() + most;
  }

  /** {@return what is not as expected, a line for each member} */
  List<String> differencesFrom(Facts expected) {
    Set<String> names = new LinkedHashSet<>(expected.members.keySet());
    names.addAll(members.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String wanted = expected.members.getOrDefault(name, NONE);
      String found = members.getOrDefault(name, NONE);
      if (!wanted.equals(found)) {
        differences.add("%s: expected %s, found %s".formatted(name, wanted, found));
      }
    }
    return differences;
  }

  /** {@return the members as they would be written} */
  @Override
  public String toString() {
    return members.isEmpty() ? NONE : members.toString();
  }
}
