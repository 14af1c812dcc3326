package dev.pageturner.openapi.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.ApiRequest;
import dev.pageturner.openapi.detect.Dialects.Dialect;
import dev.pageturner.pagination.Items;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.testing.PromptSockets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is found in the dialects walks a server that pages as their {@code x-expected} says, to its
 * end and each item once.
 */
class WalkedDialectsTest {
  static Stream<Dialect> dialects() {
    return Dialects.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dialects")
  void eachItemComesOnce(Dialect dialect) throws Exception {
    Map<String, List<String>> walked = new LinkedHashMap<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setServerSocketFactory(new PromptSockets());
      server.start();
      for (Detection detection : dialect.detections()) {
        Facts facts = Facts.expectedOf(detection.operation());
        if (facts.canBeServed()) {
          Pagination pagination = detection.pagination().orElseThrow();
          server.setDispatcher(
              new LabelledPages(facts, pagination.items() instanceof Items.ValuesOf));
          walked.put(Dialects.key(detection.operation()), ids(server, detection, pagination));
        }
      }
    }

    assertThat(walked)
        .allSatisfy((operation, ids) -> assertThat(ids).as(operation).isEqualTo(LabelledPages.IDS));
  }

  private static List<String> ids(
      MockWebServer server, Detection detection, Pagination pagination) {
    String path = detection.operation().path().replaceAll("#.*", "").replaceAll("\\{[^}]*}", "x");
    try (ApiClient api = ApiClient.create(server.url("/").toString())) {
      ApiRequest request = api.request(path).pagination(pagination);
      ApiRequest sent = detection.operation().method().equals("POST")
          ? request.body(Map.of("query", "all"))
          : request;
      return sent.list().stream()
          .map(item -> item.get("id").orElseThrow().asString())
          .toList();
    }
  }
}
