package dev.pageturner.openapi.detect;

import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.RequestBody;
import dev.pageturner.openapi.model.Schema;
import dev.pageturner.pagination.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a caller can set, under its name on the wire: {@code page[number]} for a deepObject
 * parameter, {@code page} and {@code size} for an exploded {@code pageable}, {@code page.cursor} in
 * a body.
 */
final class RequestFields {
  private static final int MAX_BODY_DEPTH = 5;
  private static final int MAX_FIELDS = 2_000;

  private final List<RequestField> fields = new ArrayList<>();

  private RequestFields() {}

  static List<RequestField> of(Operation operation) {
    RequestFields found = new RequestFields();
    operation.parameters().forEach(found::addParameter);
    if (Set.of("GET", "POST", "QUERY").contains(operation.method())) {
      found.addBody(operation.requestBody());
    }
    return List.copyOf(found.fields);
  }

  /** {@return the names of all that stands in the body itself} */
  static Set<String> bodyNames(Operation operation) {
    return operation
        .requestBody()
        .flatMap(RequestFields::schema)
        .map(schema -> Shape.of(schema).memberNames())
        .orElseGet(() -> Set.of());
  }

  private void addParameter(Parameter parameter) {
    String in = parameter.in();
    if (!in.equals("query") && !in.equals("header")) {
      return;
    }
    Shape whole = Shape.of(parameter.schema());
    Map<String, Shape> members = whole.members();
    // page=2 may be an alternative to page[number]=2, and the simpler one.
    if (members.isEmpty() || whole.isScalar()) {
      fields.add(new RequestField(
          parameter.name(), in, prose(parameter), parameter.schema(), parameter.deprecated()));
    }
    if (!whole.isScalar() || parameter.style().equals("deepObject")) {
      addMembers(parameter, members);
    }
  }

  private void addMembers(Parameter parameter, Map<String, Shape> members) {
    members.forEach((name, shape) -> fields.add(new RequestField(
        wireName(parameter, name),
        parameter.in(),
        shape.description(),
        shape.parts().get(0),
        parameter.deprecated())));
  }

  /** Some documents describe the parameter, some its schema. */
  private static String prose(Parameter parameter) {
    return parameter.description().orElse("") + " "
        + Shape.of(parameter.schema()).description();
  }

  private static String wireName(Parameter parameter, String member) {
    if (parameter.style().equals("deepObject")) {
      return parameter.name() + "[" + member + "]";
    }
    return parameter.explode() ? member : parameter.name() + "." + member;
  }

  private void addBody(Optional<RequestBody> body) {
    body.flatMap(RequestFields::schema)
        .ifPresent(schema -> addMembers(List.of(), Shape.of(schema), 1));
  }

  private static Optional<Schema> schema(RequestBody body) {
    return body.content().stream()
        .filter(content -> content.isJson() || content.mediaType().endsWith("urlencoded"))
        .map(Content::schema)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void addMembers(List<String> around, Shape shape, int depth) {
    shape.members().forEach((name, member) -> {
      List<String> path = new ArrayList<>(around);
      path.add(name);
      if (member.isObject()
          && Envelopes.isRequestGroup(name)
          && depth < MAX_BODY_DEPTH
          && fields.size() < MAX_FIELDS) {
        addMembers(path, member, depth + 1);
      }
      boolean group = member.isObject() && Envelopes.isRequestGroup(name);
      if (!member.isArray() && !group) {
        fields.add(new RequestField(
            inBody(path), "body", member.description(), member.parts().get(0), false));
      }
    });
  }

  /** A name with a dot in it can only be told from two names by its quotes. */
  private static String inBody(List<String> path) {
    boolean plain = path.stream().noneMatch(name -> name.contains("."));
    return plain ? String.join(".", path) : JsonPath.ofNames(path).text();
  }
}
