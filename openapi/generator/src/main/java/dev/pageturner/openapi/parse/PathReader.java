package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Server;
import dev.pageturner.openapi.parse.UnreadMembers.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From paths to operations; what a path declares for all its operations is given to each. */
final class PathReader {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

  private static final Pattern TOKEN = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");

  private final Context context;
  private final Bodies bodies;
  private final ParameterReader parameters;

  PathReader(Context context, Bodies bodies) {
    this.context = context;
    this.bodies = bodies;
    this.parameters = new ParameterReader(context, bodies);
  }

  List<Operation> operations(ObjectNode root) {
    List<Operation> operations = new ArrayList<>();
    context.objects(root, "paths").forEach((path, item) -> {
      if (!path.startsWith("x-")) {
        addOperations(path, item, operations);
      }
    });
    return operations;
  }

  private void addOperations(String path, ObjectNode item, List<Operation> operations) {
    context.unread().check(Kind.PATH_ITEM, item);
    item.members().forEach((method, node) -> {
      if (METHODS.contains(method)) {
        add(path, method.toUpperCase(Locale.ROOT), item, node, operations);
      }
    });
    Newer.member(item, "additionalOperations")
        .flatMap(context::object)
        .ifPresent(others -> others.members().forEach((method, node) -> {
          if (isAdditional(method, item, node)) {
            add(path, method, item, node, operations);
          }
        }));
  }

  private void add(
      String path, String method, ObjectNode item, Node node, List<Operation> operations) {
    context
        .object(node)
        .ifPresent(operation -> operations.add(operation(path, method, item, operation)));
  }

  /** The methods that have a member of their own are not to be written here, too. */
  private boolean isAdditional(String method, ObjectNode item, Node node) {
    String fixed = method.toLowerCase(Locale.ROOT);
    boolean written = METHODS.contains(fixed) && item.has(fixed);
    boolean sendable = TOKEN.matcher(method).matches() && !fixed.equals("connect");
    if (written || !sendable) {
      context
          .problems()
          .warning(
              node.location(),
              written
                  ? "the path has an operation of this method already; this one is left out"
                  : "not a method that is sent to a resource; the operation is left out");
    }
    return !written && sendable;
  }

  private Operation operation(String path, String method, ObjectNode item, ObjectNode node) {
    context.unread().check(Kind.OPERATION, node);
    List<ObjectNode> declared = parameters.declared(item, node);
    List<Parameter> outside = parameters.read(path, node, declared);
    List<Server> servers = ServerReader.servers(node);
    return new Operation(
        method,
        path,
        node.text("operationId"),
        context.prose(node, "summary").or(() -> context.prose(item, "summary")),
        context.prose(node, "description").or(() -> context.prose(item, "description")),
        Context.texts(node.list("tags")),
        outside,
        bodies.requestBody(node, declared),
        responses(node),
        SecurityReader.requirements(node),
        servers.isEmpty() ? ServerReader.servers(item) : servers,
        node.flag("deprecated"),
        node);
  }

  private List<Response> responses(ObjectNode operation) {
    Map<String, Response> responses = new LinkedHashMap<>();
    Optional<Node> declared = Optional.ofNullable(operation.get("responses"));
    if (declared.isEmpty()) {
      context.problems().warning(operation.location(), "the operation declares no responses");
    }
    context.objects(operation, "responses").forEach((status, node) -> {
      if (!status.startsWith("x-")) {
        String code = status.toUpperCase(Locale.ROOT).equals("DEFAULT")
            ? "default"
            : status.toUpperCase(Locale.ROOT);
        responses.put(code, bodies.response(code, node, operation));
      }
    });
    return List.copyOf(responses.values());
  }
}
