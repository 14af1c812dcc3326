package dev.pageturner.openapi.mockserver.internal.request;

import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.mockserver.MockRequest;
import dev.pageturner.openapi.mockserver.internal.json.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Requests by QUERY (RFC 10008): a GET whose parameters are in its body, as JSON or as a form.
 * Those of the URL stay.
 */
public final class QueryMethod {
  /** What the server understands, as the header {@code Accept-Query} lists it. */
  public static final String ACCEPTED = "application/json, application/x-www-form-urlencoded";

  private static final Map<String, String> ACCEPT = Map.of("Accept-Query", ACCEPTED);

  private QueryMethod() {}

  /**
   * {@return the GET that a QUERY is equivalent to}
   *
   * @throws Refusal if its body has no type (400), another one (415), or is none of JSON (400)
   */
  public static MockRequest asGet(MockRequest request) throws Refusal {
    Map<String, List<String>> query = new TreeMap<>(request.query());
    checkType(request);
    body(request)
        .ifPresent(body -> body.members()
            .forEach((name, value) -> query.put(name, values(value).toList())));
    return new MockRequest("GET", target(request, query), query, request.headers(), "");
  }

  private static void checkType(MockRequest request) throws Refusal {
    String type = request.header("Content-Type").orElse("");
    if (request.body().isEmpty()) {
      return;
    } else if (type.isEmpty()) {
      throw new Refusal(400, "a QUERY needs a Content-Type", ACCEPT);
    } else if (!type.contains("json") && !type.startsWith("application/x-www-form-urlencoded")) {
      throw new Refusal(415, "the body of a QUERY is JSON or a form, not " + type, ACCEPT);
    }
  }

  private static Optional<RawJson> body(MockRequest request) throws Refusal {
    Optional<RawJson> body = Asked.body(request);
    if (body.filter(json -> json.kind() != RawJson.Kind.OBJECT).isPresent()) {
      throw new Refusal(400, "the body of a QUERY is an object");
    }
    return body;
  }

  private static Stream<String> values(RawJson value) {
    return value.kind() == RawJson.Kind.ARRAY
        ? value.elements().stream().map(PlainText::of)
        : Stream.of(value).filter(one -> !one.isNull()).map(PlainText::of);
  }

  private static String target(MockRequest request, Map<String, List<String>> query) {
    HttpUrl.Builder url = HttpUrl.get("http://localhost" + request.path()).newBuilder();
    query.forEach((name, values) -> values.forEach(value -> url.addQueryParameter(name, value)));
    HttpUrl built = url.build();
    String encoded = built.encodedQuery();
    List<String> parts = new ArrayList<>(List.of(request.path()));
    Optional.ofNullable(encoded).ifPresent(parts::add);
    return String.join("?", parts);
  }
}
