package dev.pageturner.openapi.parse;

import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the API sends by itself: webhooks, which the document declares for all, and callbacks, which
 * it declares for an operation. Who sends them is not asked here.
 */
final class PayloadReader {
  private static final List<String> METHODS = List.of("post", "put", "patch", "delete", "query");

  private final Context context;
  private final Bodies bodies;

  PayloadReader(Context context, Bodies bodies) {
    this.context = context;
    this.bodies = bodies;
  }

  List<Payload> payloads(ObjectNode root) {
    List<Payload> payloads = new ArrayList<>();
    for (String member : List.of("webhooks", "x-webhooks")) {
      context.objects(root, member).forEach((name, item) -> add(name, item, payloads));
    }
    context
        .objects(root, "paths")
        .values()
        .forEach(item -> item.members()
            .values()
            .forEach(
                node -> node.asObject().ifPresent(operation -> ofCallbacks(operation, payloads))));
    return payloads;
  }

  private void ofCallbacks(ObjectNode operation, List<Payload> payloads) {
    // By the expression that says where the callback goes.
    context.objects(operation, "callbacks").forEach((name, byUrl) -> {
      byUrl.members().forEach((url, node) -> {
        if (!url.startsWith("x-")) {
          context.object(node).ifPresent(item -> add(name, item, payloads));
        }
      });
    });
  }

  private void add(String name, ObjectNode item, List<Payload> payloads) {
    item.members().forEach((method, node) -> {
      if (METHODS.contains(method)) {
        context
            .object(node)
            .flatMap(operation -> payload(name, method, operation))
            .ifPresent(payloads::add);
      }
    });
  }

  private Optional<Payload> payload(String name, String method, ObjectNode operation) {
    return bodies
        .requestBody(operation, List.of())
        .map(body -> new Payload(
            name,
            method.toUpperCase(Locale.ROOT),
            context
                .prose(operation, "summary")
                .or(() -> context.prose(operation, "description"))
                .or(body::description),
            body.content(),
            operation.flag("deprecated"),
            operation));
  }
}
