package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.Node;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers, which Swagger 2.0 writes as schemes, host and base path. */
final class ServerReader {
  private ServerReader() {}

  static List<Server> servers(ObjectNode holder) {
    return holder.list("servers").stream()
        .map(Node::asObject)
        .flatMap(Optional::stream)
        .map(ServerReader::server)
        .toList();
  }

  static List<Server> ofSwagger(ObjectNode root) {
    String path = root.text("basePath").orElse("");
    Optional<String> host = root.text("host");
    if (host.isEmpty()) {
      return path.isEmpty() ? List.of() : List.of(new Server(path, Optional.empty(), Map.of()));
    }
    List<String> schemes = Context.texts(root.list("schemes"));
    return (schemes.isEmpty() ? List.of("https") : schemes)
        .stream()
            .map(scheme ->
                new Server(scheme + "://" + host.get() + path, Optional.empty(), Map.of()))
            .toList();
  }

  private static Server server(ObjectNode node) {
    Map<String, Server.Variable> variables = new LinkedHashMap<>();
    node.object("variables")
        .ifPresent(named -> named
            .members()
            .forEach((name, value) ->
                value.asObject().ifPresent(object -> variables.put(name, variable(object)))));
    return new Server(node.text("url").orElse("/"), node.text("description"), variables);
  }

  private static Server.Variable variable(ObjectNode node) {
    return new Server.Variable(
        node.text("default").orElse(""),
        Context.texts(node.list("enum")),
        node.text("description"));
  }
}
