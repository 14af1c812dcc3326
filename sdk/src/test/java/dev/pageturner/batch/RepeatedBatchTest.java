package dev.pageturner.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.ApiClient;
import dev.pageturner.Testing;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.sequence.BatchLimit;
import dev.pageturner.testing.PromptSockets;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch whose request was repeated is refused only if each attempt was. */
class RepeatedBatchTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.setServerSocketFactory(new PromptSockets());
    server.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String outcome(RateLimit limit, int retries) {
    ApiClient.Builder builder = ApiClient.newBuilder()
        .baseUrl(server.url("/").toString())
        .rateLimit(limit)
        .retryPolicy(new RetryPolicy.Builder().maxRetries(retries).build());
    try (ApiClient api = Testing.pausing(builder, (wait, cancel) -> {}).build()) {
      BatchSender<Integer> sender =
          batch -> api.request("/rows").body(batch).repeatable().send("POST");
      return sender
          .outcomes(List.of(1, 2), BatchLimit.items(10))
          .first()
          .orElseThrow()
          .getClass()
          .getSimpleName();
    }
  }

  private void answers(String statuses) {
    for (String status : statuses.split(" ")) {
      server.enqueue(new MockResponse.Builder()
          .code(Integer.parseInt(status))
          .addHeader("Location", "/other")
          .build());
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "500 429,         Unknown",
    "500 429 429 429, Unknown",
    "429 500 429,     Unknown",
    "500 302,         Unknown",
    "429 429 429,     Refused",
    "429 422,         Refused",
  })
  void eachAttemptCounts(String statuses, String outcome) {
    answers(statuses);

    assertThat(outcome(RateLimit.none(), statuses.split(" ").length - 1)).isEqualTo(outcome);
  }

  @Test
  void noPermitForTheSecondAttemptDoesNotUndoTheFirst() {
    answers("500");

    RateLimit limit = RateLimit.of(1, Duration.ofHours(1)).maxWait(Duration.ofSeconds(5));
    assertThat(outcome(limit, 1)).isEqualTo("Unknown");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }
}
