package dev.pageturner.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.sequence.LazyIterable;
import dev.pageturner.testing.PromptSockets;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line is right or wrong wherever it is read: from a file, or over HTTP. */
class SameLinesTest {
  private static <T> String outcome(LazyIterable<T> lines) {
    List<String> values = new ArrayList<>();
    try {
      lines.forEach(value -> values.add(String.valueOf(value)));
      return values.toString();
    } catch (PageturnerException e) {
      return values + " " + e.kind();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31200a320a",
        "efbbbf310a0d0a2020097b7d0d0a",
        "310a2220c3280a",
        "310a22610962220a",
        "310a22c3a9220a",
        "7b2761273a317d0a",
        "5b312c5d0a",
        "3120320a",
        "30310a",
        "4e614e0a",
        "310a2261625c78220a",
        "6e756c6c0a",
        "2f2f630a310a",
        "310aefbbbf320a",
        "7b2261223a312c2261223a327d0a",
        "310c0a",
        "74727565",
      })
  void filesAndHttpAgree(String hex) throws Exception {
    byte[] bytes = ByteString.decodeHex(hex).toByteArray();
    try (MockWebServer server = new MockWebServer()) {
      server.setServerSocketFactory(new PromptSockets());
      server.start();
      try (ApiClient api = ApiClient.create(server.url("/").toString())) {
        for (Class<?> type : List.of(RawJson.class, Object.class)) {
          server.enqueue(
              new MockResponse.Builder().body(new Buffer().write(bytes)).build());

          assertThat(outcome(api.request("/lines").jsonLines(type)))
              .isEqualTo(
                  outcome(JsonLines.from(() -> new ByteArrayInputStream(bytes)).as(type)));
        }
      }
    }
  }
}
