package dev.pageturner.openapi.emit.client;

import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.emit.ModelTypes;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.model.Content;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From operations to the methods that call them. */
final class Planner {
  /** What the client asks for by itself. */
  private static final String USUAL_LINES = "application/x-ndjson";

  private final ModelTypes types;
  private final SharedValues values;
  private final Servers servers;
  private final ChosenNames chosen;
  private final List<Problem> problems;
  private final boolean mechanical;

  Planner(
      ModelTypes types,
      SharedValues values,
      Servers servers,
      ChosenNames chosen,
      List<Problem> problems,
      boolean mechanical) {
    this.chosen = chosen;
    this.mechanical = mechanical;
    this.types = types;
    this.values = values;
    this.servers = servers;
    this.problems = problems;
  }

  /**
   * {@return the methods of a group}
   *
   * <p>What belongs to an operation takes a name only after all operations have theirs.
   */
  List<Plan> plans(Group group) {
    List<OperationName> wanted =
        new MethodNames(group.name(), mechanical, chosen).of(group.operations());
    NameScope methods = NameScope.ofMembers()
        .reserve("getClass", "notify", "notifyAll", "wait", "hashCode", "toString", "finalize")
        .reserve("clone", "equals", "with");
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Detection detection = group.operations().get(i);
      String className = JavaNames.className(wanted.get(i).type());
      String method = wanted.get(i).method();
      String next = method;
      for (Result result : new Results(types).of(detection, className)) {
        drafts.add(new Draft(detection, className, methods.claim(next), result));
        next = method + "Stream";
      }
    }
    List<Plan> plans = new ArrayList<>();
    drafts.forEach(draft -> plans(draft, methods, plans));
    return plans;
  }

  /** An operation whose method has a name and a result. */
  private record Draft(Detection detection, String className, String name, Result result) {
    Operation operation() {
      return detection.operation();
    }
  }

  private void plans(Draft draft, NameScope methods, List<Plan> plans) {
    Operation operation = draft.operation();
    ArgumentNames names = new ArgumentNames();
    Map<Parameter, Argument> arguments =
        new Arguments(types, values, problems).of(operation, draft.className(), names);
    Plan plan = new Plan(
        operation,
        names(draft.name(), methods),
        path(operation, arguments),
        accept(draft.result(), operation),
        List.copyOf(arguments.values()),
        body(operation, draft.className(), names),
        draft.result(),
        server(operation),
        Optional.empty());
    if (draft.result() instanceof Result.Paged paged) {
      Plan list = new PageArguments(draft.detection(), paged.pagination()).without(plan, arguments);
      plans.add(list);
      String page = methods.claim(draft.name() + "Page");
      plans.add(plan.asPageOf(list, names(page, methods), paged.page()));
    } else {
      plans.add(plan);
    }
  }

  private static PlanNames names(String method, NameScope methods) {
    return new PlanNames(
        method, methods.claim(method + "Response"), methods.claim(method + "Request"));
  }

  private static String path(Operation operation, Map<Parameter, Argument> arguments) {
    Map<String, String> places = new HashMap<>();
    arguments.forEach((parameter, argument) -> {
      if (argument.in().equals("path")) {
        places.put(parameter.name(), argument.name());
      }
    });
    return PathText.of(operation.path(), places);
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

  private static String accept(Result result, Operation operation) {
    if (result instanceof Result.Bytes bytes) {
      return bytes.mediaType();
    } else if (result instanceof Result.Text text) {
      return text.mediaType();
    } else if (result instanceof Result.Lines lines) {
      return lines.mediaType().equals(USUAL_LINES) ? "" : lines.mediaType();
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
        .map(Content::bareType)
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
