package dev.pageturner.openapi.mockserver;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.json.RawJson;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.detect.PaginationDetector;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.Operation;
import dev.pageturner.openapi.model.Parameter;
import dev.pageturner.openapi.parse.OpenApiReader;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.retry.RetryPolicy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The example document, and lists of any document as a client walks them. */
final class Shop {
  static final Path SPEC = Path.of(System.getProperty("basedir", ""))
      .toAbsolutePath()
      .resolve("../specs/shop.yaml")
      .normalize();
  static final ApiDocument DOCUMENT = OpenApiReader.read(SPEC);
  static final List<Detection> DETECTIONS = PaginationDetector.detect(DOCUMENT);

  private Shop() {}

  static MockApi start(long items) {
    return MockApi.start(SPEC, MockOptions.newBuilder().items(items).build());
  }

  /** A server with 50 items in each list and 10 on a page. */
  static MockApi start(Trait... traits) {
    return start(InstantSource.system(), traits);
  }

  static MockApi start(InstantSource clock, Trait... traits) {
    MockOptions.Builder options = MockOptions.newBuilder().items(50).pageSize(10);
    return MockApi.start(SPEC, options.traits(traits).clock(clock).build());
  }

  /** {@return the items of a list as the sdk walks it} */
  static List<RawJson> walk(MockApi api, String id) {
    try (ApiClient client = client(api)) {
      return walk(client, list(id), list(id).pagination().orElseThrow()).toList();
    }
  }

  static ApiClient client(MockApi api) {
    return ApiClient.newBuilder()
        .baseUrl(api.baseUrl())
        .retryPolicy(RetryPolicy.standard().newBuilder().maxRetries(0).build())
        .build();
  }

  static Detection list(String id) {
    return DETECTIONS.stream()
        .filter(one -> one.operation().id().orElse("").equals(id))
        .findFirst()
        .orElseThrow();
  }

  static PagedIterable<RawJson> walk(ApiClient client, Detection detection, Pagination pagination) {
    Operation operation = detection.operation();
    ApiRequest request = client.request(operation.path().split("[?#]", 2)[0]);
    if (operation.method().equals("POST")) {
      request = request.method("POST").repeatable().body(Map.of("query", Map.of()));
    }
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        request = request.path(parameter.name(), "1");
      } else if (parameter.required() && parameter.in().equals("query")) {
        request = request.query(parameter.name(), value(parameter));
      } else if (parameter.required() && parameter.in().equals("header")) {
        request = request.header(parameter.name(), "1");
      }
    }
    return request.pagination(pagination).list();
  }

  private static String value(Parameter parameter) {
    return parameter.schema().target().enumValues().stream()
        .findFirst()
        .flatMap(dev.pageturner.openapi.model.Node::text)
        .orElse("1");
  }
}
