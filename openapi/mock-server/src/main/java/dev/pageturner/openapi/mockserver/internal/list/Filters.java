package dev.pageturner.openapi.mockserver.internal.list;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.sample.Described;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a list that surely ask for items by one of their members: those of the query
 * that have a member's name and its type, a flag, one of a few words, or plain text.
 *
 * @param names their names
 */
record Filters(List<String> names) {
  /**
   * {@return the filters of a list}
   *
   * @param operation the list
   * @param item what the document says about an item
   * @param paging the names of the parameters that page
   */
  static Filters of(Operation operation, Described item, Set<String> paging) {
    return new Filters(operation.parameters().stream()
        .filter(parameter -> parameter.in().equals("query"))
        .filter(parameter -> !paging.contains(parameter.name()))
        .filter(parameter -> item.names().contains(parameter.name()))
        .filter(parameter -> isOfMember(parameter, item.member(parameter.name())))
        .map(Parameter::name)
        .toList());
  }

  private static boolean isOfMember(Parameter parameter, Described member) {
    Schema schema = parameter.schema().target();
    boolean plain = schema.node().asObject().filter(node -> node.has("format")).isEmpty();
    boolean flag = schema.types().equals(Set.of("boolean")) && member.isOf("boolean");
    boolean text = schema.types().equals(Set.of("string")) && member.isOf("string");
    return !member.isArray() && !member.isHidden() && plain && (flag || text);
  }

  /** {@return what a request asks for, by the names; several values of one are alternatives} */
  Map<String, List<String>> asked(MockRequest request) {
    Map<String, List<String>> asked = new LinkedHashMap<>();
    for (String name : names) {
      List<String> values = request.query().getOrDefault(name, List.of());
      if (values.stream().anyMatch(value -> !value.isEmpty())) {
        asked.put(name, values);
      }
    }
    return asked;
  }

  /** {@return whether an item is what was asked for} */
  static boolean matches(RawJson item, Map<String, List<String>> asked) {
    return asked.entrySet().stream()
        .allMatch(entry -> item.get(entry.getKey())
            .filter(value -> entry.getValue().contains(PlainText.of(value)))
            .isPresent());
  }
}
