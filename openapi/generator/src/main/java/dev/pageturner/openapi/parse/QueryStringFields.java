package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a query string that is a form, each as a parameter in the query, which goes over
 * the wire alike. What is no object with known fields stays one parameter.
 */
final class QueryStringFields {
  private final ObjectNode node;
  private final Content form;
  private final Map<String, Schema> fields = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();

  QueryStringFields(ObjectNode node, Content form) {
    this.node = node;
    this.form = form;
    form.schema().ifPresent(schema -> collect(schema, new LinkedHashSet<>()));
  }

  private void collect(Schema schema, Set<Schema> seen) {
    Schema target = schema.target();
    if (seen.add(target)) {
      target.properties().forEach(fields::putIfAbsent);
      required.addAll(target.required());
      target.allOf().forEach(part -> collect(part, seen));
    }
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    boolean sent = node.flag("required");
    fields.forEach(
        (name, schema) -> parameters.add(parameter(name, schema, sent && required.contains(name))));
    if (parameters.isEmpty()) {
      form.schema()
          .ifPresent(
              schema -> parameters.add(parameter(node.text("name").orElse("query"), schema, sent)));
    }
    return parameters;
  }

  private Parameter parameter(String name, Schema schema, boolean mustBeSent) {
    Optional<ObjectNode> encoding = form.node().object("encoding").flatMap(all -> all.object(name));
    String style = encoding.flatMap(one -> one.text("style")).orElse("form");
    boolean explode = encoding
        .filter(one -> one.has("explode"))
        .map(one -> one.flag("explode"))
        .orElse(style.equals("form"));
    return new Parameter(
        name,
        "query",
        mustBeSent,
        schema.description(),
        schema,
        style,
        explode,
        encoding.filter(one -> one.flag("allowReserved")).isPresent(),
        Optional.empty(),
        schema.target().flag("deprecated"),
        node);
  }
}
