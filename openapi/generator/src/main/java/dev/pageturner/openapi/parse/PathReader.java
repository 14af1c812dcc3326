package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.model.Response;
import dev.pageturner.openapi.model.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From paths to operations; what a path declares for all its operations is given to each. */
final class PathReader {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

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
    item.members().forEach((method, node) -> {
      if (METHODS.contains(method)) {
        context
            .object(node)
            .ifPresent(operation -> operations.add(operation(path, method, item, operation)));
      }
    });
  }

  private Operation operation(String path, String method, ObjectNode item, ObjectNode node) {
    List<ObjectNode> declared = parameters.declared(item, node);
    List<Parameter> outside = parameters.read(path, node, declared);
    List<Server> servers = ServerReader.servers(node);
    return new Operation(
        method.toUpperCase(Locale.ROOT),
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
