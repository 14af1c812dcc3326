package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.DetectedPagination.PositionField;
import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import dev.pageturner.openapi.mockserver.internal.json.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request to an operation.
 *
 * @param request the request
 * @param url what it was sent to, absolute, on the origin that the client used
 * @param path the values of the path's variables
 * @param body the body as JSON, if it is any
 * @param understood parameters of the query that have an effect before any list is asked
 */
public record Asked(
    MockRequest request,
    String url,
    Map<String, String> path,
    Optional<RawJson> body,
    Set<String> understood) {
  public static Asked of(
      MockRequest request, String origin, Map<String, String> path, Set<String> understood)
      throws Refusal {
    return new Asked(request, origin + request.target(), path, body(request), understood);
  }

  static Optional<RawJson> body(MockRequest request) throws Refusal {
    String type = request.header("Content-Type").orElse("");
    if (request.body().isEmpty()) {
      return Optional.empty();
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return Optional.of(form(request.body()));
    }
    boolean json = type.isEmpty() || type.contains("json");
    try {
      return json ? Optional.of(RawJson.parse(request.body())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "the body is not JSON");
    }
  }

  private static RawJson form(String body) {
    Map<String, RawJson> fields = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] halves = pair.split("=", 2);
      fields.put(
          Percent.decodeForm(halves[0]),
          RawJson.of(halves.length == 2 ? Percent.decodeForm(halves[1]) : ""));
    }
    return RawJson.ofObject(fields);
  }

  /** {@return the value that was sent there; an empty one counts as none} */
  public Optional<String> value(PositionField field) {
    Optional<String> value = switch (field.in()) {
      case "header" -> request.header(field.name());
      case "body" -> body.flatMap(json -> inBody(json, field.name())).map(PlainText::of);
      default -> request.query(field.name());
    };
    return value.filter(text -> !text.isEmpty());
  }

  private static Optional<RawJson> inBody(RawJson body, String name) {
    return body.get(name)
        .or(() -> Steps.get(body, Steps.of(name)))
        .filter(value -> !value.isNull());
  }

  /** {@return the url with one parameter of its query set, and another one left out} */
  public String urlWith(String name, String value, String without) {
    okhttp3.HttpUrl parsed = okhttp3.HttpUrl.get(url);
    return parsed
        .newBuilder()
        .removeAllQueryParameters(without)
        .removeAllQueryParameters(name)
        .addQueryParameter(name, value)
        .build()
        .toString();
  }

  /** {@return the url without these parameters of its query} */
  public String urlWithout(Set<String> names) {
    okhttp3.HttpUrl.Builder builder = okhttp3.HttpUrl.get(url).newBuilder();
    names.forEach(builder::removeAllQueryParameters);
    return builder.build().toString();
  }

  /** {@return the values of the path's variables, in order} */
  public List<String> pathValues() {
    return List.copyOf(path.values());
  }
}
