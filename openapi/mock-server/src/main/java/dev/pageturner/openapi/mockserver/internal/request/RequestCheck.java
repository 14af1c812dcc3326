package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;

/** Whether a request has what the document requires. */
public final class RequestCheck {
  private RequestCheck() {}

  public static void check(Operation operation, MockRequest request) throws Refusal {
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required() && !isThere(parameter, request)) {
        throw new Refusal(
            400, "the " + parameter.in() + " parameter " + parameter.name() + " is missing");
      }
    }
    boolean body = operation.requestBody().filter(one -> one.required()).isPresent();
    // Many clients can't send a body with GET, whatever the document says.
    if (body && !operation.method().equals("GET") && request.body().isEmpty()) {
      throw new Refusal(400, "the body is missing");
    }
  }

  private static boolean isThere(Parameter parameter, MockRequest request) {
    return switch (parameter.in()) {
      case "query" -> isInQuery(parameter, request);
      case "header" -> request.header(parameter.name()).isPresent();
      case "cookie" -> request.cookie(parameter.name()).isPresent();
      default -> true;
    };
  }

  /** An object may be spread over parameters of other names. */
  private static boolean isInQuery(Parameter parameter, MockRequest request) {
    String name = parameter.name();
    boolean named = request.query().keySet().stream()
        .anyMatch(key -> key.equals(name) || key.startsWith(name + "["));
    boolean spread = parameter.explode()
        && parameter.schema().target().properties().keySet().stream()
            .anyMatch(request.query()::containsKey);
    return named || spread;
  }
}
