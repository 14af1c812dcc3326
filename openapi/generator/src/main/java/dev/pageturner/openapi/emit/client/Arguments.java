package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Problem;
import dev.pageturner.openapi.model.ScalarNode;
import dev.pageturner.openapi.model.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of operations as arguments. */
final class Arguments {
  private static final Set<ClassName> PLAIN = Set.of(
      ClassName.get(String.class),
      ClassName.get(Integer.class),
      ClassName.get(Long.class),
      ClassName.get(Boolean.class));

  private static final Pattern TOKEN = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");

  private final ModelTypes types;
  private final SharedValues values;
  private final List<Problem> problems;

  Arguments(ModelTypes types, SharedValues values, List<Problem> problems) {
    this.types = types;
    this.values = values;
    this.problems = problems;
  }

  /** {@return the arguments of an operation, in the order of its parameters} */
  Map<Parameter, Argument> of(Operation operation, String className, ArgumentNames names) {
    Map<Parameter, Argument> arguments = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (isForCallers(parameter)) {
        arguments.put(parameter, argument(operation, parameter, className, names));
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
}
