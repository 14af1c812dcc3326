package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.openapi.mockserver.internal.sample.Described;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The members of a list's items that have one plain value, those within {@code attributes} too, as
 * in JSON:API.
 *
 * @param byName the members
 */
record Members(Map<String, Member> byName) {
  private static final String ATTRIBUTES = "attributes";

  /**
   * A member.
   *
   * @param path the names that lead to it
   * @param type its type: string, integer, number or boolean
   */
  record Member(List<String> path, String type) {}

  /** {@return the members of an item; the schemas are locked by the caller} */
  static Members of(Described item) {
    Map<String, Member> members = new LinkedHashMap<>();
    item.names().forEach(name -> add(members, item.member(name), List.of(name)));
    Described attributes = item.member(ATTRIBUTES);
    attributes
        .names()
        .forEach(name -> add(members, attributes.member(name), List.of(ATTRIBUTES, name)));
    return new Members(members);
  }

  private static void add(Map<String, Member> members, Described said, List<String> path) {
    if (!said.isArray() && !said.isHidden()) {
      Stream.of("string", "integer", "number", "boolean")
          .filter(said::isOf)
          .findFirst()
          .ifPresent(
              type -> members.putIfAbsent(path.get(path.size() - 1), new Member(path, type)));
    }
  }

  Optional<Member> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
