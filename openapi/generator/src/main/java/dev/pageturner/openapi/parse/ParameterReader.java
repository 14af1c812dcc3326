package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.ScalarNode.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of an operation: its own, those of its path, and the variables of the path that
 * nobody declared. A parameter that the path has no place for is left out.
 */
final class ParameterReader {
  /**
   * "If in is header and the name field is Accept, Content-Type or Authorization, the parameter
   * definition SHALL be ignored" (OpenAPI 3.0.4, section 4.7.12).
   */
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]*)}");

  private final Context context;
  private final Bodies bodies;

  ParameterReader(Context context, Bodies bodies) {
    this.context = context;
    this.bodies = bodies;
  }

  /** {@return each (name, in) once: an operation's parameter hides its path's} */
  List<ObjectNode> declared(ObjectNode item, ObjectNode operation) {
    Map<List<String>, ObjectNode> declared = new LinkedHashMap<>();
    for (ObjectNode holder : List.of(item, operation)) {
      for (Node node : holder.list("parameters")) {
        context
            .object(node)
            .ifPresent(parameter -> declared.put(
                List.of(parameter.text("name").orElse(""), parameter.text("in").orElse("")),
                parameter));
      }
    }
    return new ArrayList<>(declared.values());
  }

  List<Parameter> read(String path, ObjectNode operation, List<ObjectNode> declared) {
    Set<String> variables = variables(path, operation);
    List<Parameter> parameters = new ArrayList<>();
    for (ObjectNode node : declared) {
      bodies.parameters(node).stream()
          .map(parameter -> isNeeded(parameter, operation) ? required(parameter) : parameter)
          .filter(parameter -> isUsable(parameter, variables))
          .forEach(parameters::add);
    }
    parameters.stream()
        .filter(parameter -> parameter.in().equals("path"))
        .forEach(one -> variables.remove(one.name()));
    variables.forEach(name -> parameters.add(undeclared(name, operation)));
    return List.copyOf(parameters);
  }

  /** Dropshot says beside the operation what its first page cannot do without. */
  private static boolean isNeeded(Parameter parameter, ObjectNode operation) {
    return !parameter.required()
        && operation
            .object("x-dropshot-pagination")
            .filter(said -> Context.texts(said.list("required")).contains(parameter.name()))
            .isPresent();
  }

  private static Parameter required(Parameter parameter) {
    return new Parameter(
        parameter.name(),
        parameter.in(),
        true,
        parameter.description(),
        parameter.schema(),
        parameter.style(),
        parameter.explode(),
        parameter.allowReserved(),
        parameter.mediaType(),
        parameter.deprecated(),
        parameter.node());
  }

  private Set<String> variables(String path, ObjectNode operation) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = VARIABLE.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    if (matcher.replaceAll("").matches(".*[{}].*") || !path.startsWith("/")) {
      context
          .problems()
          .warning(
              operation.location(),
              "the path is no URL template: an unpaired brace or no slash first");
    }
    return names;
  }

  private boolean isUsable(Parameter parameter, Set<String> variables) {
    if (parameter.in().equals("header")
        && IGNORED.contains(parameter.name().toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean known = List.of("query", "header", "cookie", "path").contains(parameter.in());
    if (!known || parameter.name().isEmpty()) {
      context
          .problems()
          .warning(
              parameter.node().location(),
              "a parameter without a name or a known place is left out");
      return false;
    }
    if (parameter.in().equals("path") && !variables.contains(parameter.name())) {
      context
          .problems()
          .warning(
              parameter.node().location(),
              "the path has no variable for this parameter; it is left out");
      return false;
    }
    return true;
  }

  private Parameter undeclared(String name, ObjectNode operation) {
    context
        .problems()
        .warning(
            operation.location(), "a variable of the path is not declared; a string is assumed");
    Node text = new ScalarNode(operation.place(), Kind.STRING, "string");
    ObjectNode node = new ObjectNode(operation.place(), Map.of("type", text));
    return new Parameter(
        name,
        "path",
        true,
        java.util.Optional.empty(),
        context.schemas().at(node),
        "simple",
        false,
        false,
        java.util.Optional.empty(),
        false,
        node);
  }
}
