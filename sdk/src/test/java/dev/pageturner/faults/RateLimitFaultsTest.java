package dev.pageturner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.json.RawJson;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.retry.RetryPolicy;
import dev.pageturner.testing.TestedApi;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of ours and of servers, over HTTP and with the machine's clock. */
@Timeout(60)
class RateLimitFaultsTest extends ServerCase {
  private static final MockResponse TOO_MANY = answer(403, """
      {"error": {"code": 403, "message": "User rate limit exceeded.", "errors": [
        {"domain": "usageLimits", "reason": "userRateLimitExceeded"}]}}
      """);

  private void always(MockResponse response) {
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return response;
      }
    });
  }

  @Test
  void rateLimitToldAs403InTheBodyOnlyIsWaitedFor() {
    server.enqueue(json("{'items': ['ada'], 'next': 'c1'}"));
    server.enqueue(TOO_MANY);
    server.enqueue(answer(403, "{\"message\": \"You have exceeded a secondary rate limit.\"}"));
    server.enqueue(json("{'items': ['bob']}"));

    assertThat(names(client(), CURSOR)).containsExactly("ada", "bob");
    assertThat(server.getRequestCount()).isEqualTo(4);
    assertThat(waits).hasSize(2);
  }

  @Test
  void rateLimitToldAs403ForEverEndsWithTheRetriesAndKeepsItsBody() {
    always(TOO_MANY);

    PageturnerException.Status failure =
        (PageturnerException.Status) failure(() -> client().get("/x", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.body()).contains("userRateLimitExceeded");
    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'message': 'Forbidden'}",
        "{'error': {'errors': [{'reason': 'insufficientPermissions'}]}}",
        "{'error': {'errors': [{'reason': 'dailyLimitExceeded'}]}}",
        "<html>Forbidden</html>"
      })
  void status403ThatMeansForbiddenIsAskedForOnce(String body) {
    always(answer(403, body.replace('\'', '"')));

    assertThat(failure(() -> client().get("/x", RawJson.class)).kind()).isEqualTo(Kind.HTTP_STATUS);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void onlyTheBeginningOfARefusalIsReadForAReason() {
    String late = "{\"a\": \"" + "x".repeat(16 << 10) + "\", \"reason\": \"rateLimitExceeded\"}";
    always(answer(403, late));

    PageturnerException.Status failure =
        (PageturnerException.Status) failure(() -> client().get("/x", RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.HTTP_STATUS);
    assertThat(failure.body()).hasSize(16 << 10);
  }

  @Test
  void postThatIsRefusedWith403ForARateLimitReachesTheServerOnce() {
    always(TOO_MANY);

    PageturnerException failure =
        failure(() -> client().post("/orders", Map.of("a", 1), RawJson.class));

    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void statusOfAServersOwnIsRetriedWhenItIsNamed() {
    server.enqueue(status(599));
    server.enqueue(json("{}"));
    TestedApi api = tested(builder()
        .retryPolicy(RetryPolicy.standard().newBuilder().retryStatus(599).build())
        .build());

    api.get("/x", RawJson.class);

    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void zeroMaxWaitGivesThePermitsThatAreFree() {
    always(json("{}"));
    TestedApi api = tested(builder()
        .rateLimit(RateLimit.of(20, Duration.ofHours(1)).maxWait(Duration.ZERO))
        .build());

    for (int i = 0; i < 20; i++) {
      api.get("/x", RawJson.class);
    }

    assertThat(failure(() -> api.get("/x", RawJson.class)))
        .isInstanceOf(PageturnerException.RateLimited.class);
    assertThat(server.getRequestCount()).isEqualTo(20);
  }

  @Test
  void boundsForEverAreNoOverflow() {
    Duration forEver = ChronoUnit.FOREVER.getDuration();
    server.enqueue(status(503));
    server.enqueue(json("{'items': ['ada']}"));
    TestedApi api = tested(builder()
        .rateLimit(RateLimit.of(Integer.MAX_VALUE, Duration.ofNanos(1)).maxWait(forEver))
        .retryPolicy(RetryPolicy.standard()
            .newBuilder()
            .maxRetries(Integer.MAX_VALUE)
            .backoff(retry -> forEver)
            .maxWait(forEver)
            .callTimeout(forEver)
            .build())
        .build());

    assertThat(names(api, CURSOR)).containsExactly("ada");
    assertThat(waits).hasSize(1);
  }
}
