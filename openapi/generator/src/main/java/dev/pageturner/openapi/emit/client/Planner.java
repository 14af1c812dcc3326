package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** From operations to the methods that call them. */
final class Planner {
  private static final Set<ClassName> PLAIN = Set.of(
      ClassName.get(String.class),
      ClassName.get(Integer.class),
      ClassName.get(Long.class),
      ClassName.get(Boolean.class));

  private static final Pattern TOKEN = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");

  private final ModelTypes types;
  private final SharedValues values;
  private final Servers servers;
  private final List<Problem> problems;

  Planner(ModelTypes types, SharedValues values, Servers servers, List<Problem> problems) {
    this.types = types;
    this.values = values;
    this.servers = servers;
    this.problems = problems;
  }

  /** {@return the methods of a group} */
  List<Plan> plans(Group group) {
    List<String> wanted = new MethodNames(group.name()).of(group.operations());
    NameScope methods = NameScope.ofMembers()
        .reserve(
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "hashCode",
            "toString",
            "finalize",
            "clone",
            "equals");
    NameScope options = NameScope.ofClasses();
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Detection detection = group.operations().get(i);
      plans(detection, wanted.get(i), methods, options, plans);
    }
    return plans;
  }

  private void plans(
      Detection detection, String wanted, NameScope methods, NameScope options, List<Plan> plans) {
    Operation operation = detection.operation();
    String className = operation
        .id()
        .filter(id -> !id.isBlank())
        .map(JavaNames::className)
        .orElseGet(() -> JavaNames.className(wanted));
    ArgumentNames names = new ArgumentNames();
    Map<String, String> places = new HashMap<>();
    List<Argument> arguments = arguments(operation, className, names, places);
    Optional<BodyPlan> body = body(operation, className, names);
    String next = wanted;
    for (Result result : new Results(types).of(detection, className)) {
      String name = methods.claim(next);
      next = wanted + "Stream";
      plans.add(new Plan(
          operation,
          name,
          options.claim(JavaNames.className(name + " Options")),
          PathText.of(operation.path(), places),
          accept(result, operation),
          arguments,
          body,
          result,
          server(operation)));
    }
  }

  private Optional<BodyPlan> body(Operation operation, String className, ArgumentNames names) {
    boolean bodiless = Set.of("GET", "HEAD", "TRACE").contains(operation.method());
    if (!bodiless) {
      return new Bodies(types).of(operation, className, names);
    }
    if (operation.requestBody().filter(Bodies::holdsAnything).isPresent()) {
      problems.add(Problem.warning(
          operation.node().location(),
          "a " + operation.method() + " has no body in HTTP (RFC 9110, section 9.3); left out"));
    }
    return Optional.empty();
  }

  private List<Argument> arguments(
      Operation operation, String className, ArgumentNames names, Map<String, String> places) {
    List<Argument> arguments = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (isForCallers(parameter)) {
        Argument argument = argument(operation, parameter, className, names);
        arguments.add(argument);
        if (argument.in().equals("path")) {
          places.put(parameter.name(), argument.name());
        }
      }
    }
    return arguments;
  }

  private boolean isForCallers(Parameter parameter) {
    boolean named = parameter.in().equals("header") || parameter.in().equals("cookie");
    if (named && !TOKEN.matcher(parameter.name()).matches()) {
      problems.add(Problem.warning(
          parameter.node().location(), "no name of a header or cookie; the parameter is left out"));
      return false;
    }
    return true;
  }

  private Argument argument(
      Operation operation, Parameter parameter, String className, ArgumentNames names) {
    // A path may carry a query, with place-holders in it.
    Optional<String> inQuery = parameter.in().equals("path")
        ? PathText.queryName(operation.path(), parameter.name())
        : Optional.empty();
    TypeName type =
        types.sentTypeOf(values.schema(parameter), values.className(parameter, className));
    Optional<Argument.Initial> initial = initial(parameter, type);
    boolean required = parameter.required() && initial.isEmpty();
    return new Argument(
        inQuery.orElse(parameter.name()),
        inQuery.isPresent() ? "query" : parameter.in(),
        names.claim(parameter.in(), parameter.name(), required),
        type,
        required,
        isPlain(parameter, type) ? Optional.empty() : Optional.of(Styles.of(parameter)),
        parameter.description().or(() -> parameter.schema().description()),
        parameter.deprecated(),
        initial);
  }

  /** Nobody wants to say what has one possible value, or the version of the API at each call. */
  private Optional<Argument.Initial> initial(Parameter parameter, TypeName type) {
    Schema schema = parameter.schema().target();
    Optional<Node> only = schema.enumValues().size() == 1
        ? Optional.of(schema.enumValues().get(0))
        : Optional.empty();
    return schema
        .defaultValue()
        .or(() -> only)
        .filter(value -> parameter.required() && value instanceof ScalarNode)
        .map(ScalarNode.class::cast)
        .flatMap(value ->
            types.valueOf(type, value).map(code -> new Argument.Initial(code, value.value())));
  }

  /** Text and whole numbers look alike in most styles. */
  private static boolean isPlain(Parameter parameter, TypeName type) {
    boolean usual = Set.of("form", "simple").contains(parameter.style())
        && parameter.mediaType().isEmpty()
        && !parameter.allowReserved()
        && !parameter.name().startsWith("+");
    boolean byName = parameter.in().equals("path") || parameter.in().equals("query");
    return usual
        && byName
        && parameter.required()
        && type instanceof ClassName plain
        && PLAIN.contains(plain);
  }

  private static String accept(Result result, Operation operation) {
    if (result instanceof Result.Bytes bytes) {
      return bytes.mediaType();
    } else if (result instanceof Result.Text text) {
      return text.mediaType();
    }
    boolean object = result instanceof Result.One
        || result instanceof Result.Perhaps
        || result instanceof Result.Paged;
    return object ? jsonType(operation) : "";
  }

  /** {@return a media type of JSON that is asked for by its name, if no plain JSON is offered} */
  private static String jsonType(Operation operation) {
    List<String> offered = operation.successes().stream()
        .flatMap(response -> response.content().stream())
        .filter(content -> content.isJson())
        .map(Bodies::bare)
        .toList();
    boolean plain = offered.stream().anyMatch(type -> !type.endsWith("+json"));
    return plain || offered.isEmpty() ? "" : offered.get(0);
  }

  private Optional<String> server(Operation operation) {
    return operation.servers().stream()
        .findFirst()
        .flatMap(servers::absolute)
        .filter(url -> !servers.isDefault(url));
  }
}
