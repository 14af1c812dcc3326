package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters of a list that surely ask for items by one of their members: those of the query
 * that have a member's name and its type, a flag, an integer, one of a few words, or plain text,
 * and {@code filter[name]} as in JSON:API.
 *
 * @param declared the declared parameters that are filters
 * @param members the members that {@code filter[name]} can name
 */
record Filters(Map<String, Declared> declared, Members members) {
  private static final Pattern BRACKETS = Pattern.compile("filter\\[([^\\[\\]]+)\\](?:\\[eq\\])?");

  /**
   * A parameter that the document has.
   *
   * @param path where in an item the value is that it asks for
   * @param many whether it is an array, whose elements may be between commas
   */
  record Declared(List<String> path, boolean many) {}

  /**
   * {@return the filters of a list}
   *
   * @param operation the list
   * @param members the members of its items
   * @param paging the names of the parameters that page
   */
  static Filters of(Operation operation, Members members, Set<String> paging) {
    Map<String, Declared> declared = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      Optional<Members.Member> member = members.named(parameter.name());
      boolean filter = parameter.in().equals("query")
          && !paging.contains(parameter.name())
          && member.filter(one -> isOfMember(parameter.schema().target(), one)).isPresent();
      if (filter) {
        boolean many = parameter.schema().target().items().isPresent();
        declared.put(parameter.name(), new Declared(member.orElseThrow().path(), many));
      }
    }
    return new Filters(declared, members);
  }

  private static boolean isOfMember(Schema schema, Members.Member member) {
    Schema one = schema.items().map(Schema::target).orElse(schema);
    boolean plain = one.node().asObject().filter(node -> node.has("format")).isEmpty();
    boolean number = one.types().equals(Set.of("integer"));
    return (plain || number) && one.types().equals(Set.of(member.type()));
  }

  /**
   * {@return what a request asks for, by the parameters; several values of one are alternatives}
   */
  Map<String, List<String>> asked(MockRequest request) {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    request.query().forEach((name, values) -> {
      List<String> alternatives = values.stream()
          .flatMap(value -> isOfMany(name) ? Arrays.stream(value.split(",", -1)) : Stream.of(value))
          .filter(value -> !value.isEmpty())
          .toList();
      if (!alternatives.isEmpty() && knows(name)) {
        asked.put(name, alternatives);
      }
    });
    return asked;
  }

  /** {@return whether a parameter asks for items by a member} */
  boolean knows(String parameter) {
    return path(parameter).isPresent();
  }

  private Optional<List<String>> path(String parameter) {
    Matcher brackets = BRACKETS.matcher(parameter);
    return brackets.matches()
        ? members.named(brackets.group(1)).map(Members.Member::path)
        : Optional.ofNullable(declared.get(parameter)).map(Declared::path);
  }

  private boolean isOfMany(String parameter) {
    Declared one = declared.get(parameter);
    return one == null || one.many();
  }

  /** {@return whether an item is what was asked for} */
  boolean matches(RawJson item, Map<String, List<String>> asked) {
    return asked.entrySet().stream()
        .allMatch(entry -> path(entry.getKey())
            .flatMap(path -> Steps.get(item, path))
            .filter(value -> entry.getValue().contains(PlainText.of(value)))
            .isPresent());
  }
}
