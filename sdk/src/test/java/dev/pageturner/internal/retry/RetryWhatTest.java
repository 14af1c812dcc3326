package dev.pageturner.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.retry.Attempt.Answered;
import dev.pageturner.internal.retry.RetryDecision.GiveUp;
import dev.pageturner.internal.retry.RetryDecision.Reason;
import dev.pageturner.internal.retry.RetryDecision.Retry;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryWhatTest {
  private final RetryPolicy policy = RetryPolicy.standard();
  private final RetryBudget budget = RetryBudget.unlimited();

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
  void statusesThatMayPassAreRetried(int status) {
    assertThat(decide(Attempts.answered(status))).isInstanceOf(Retry.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 400, 401, 403, 404, 405, 409, 410, 422, 501, 505, 525, 526, 530})
  void statusesThatStayAreAskedOnce(int status) {
    assertThat(reason(Attempts.answered(status))).isEqualTo(Reason.NOT_RETRYABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
  @DisplayName("edge 67: what is not declared safe is sent once, whatever the status")
  void notRepeatableIsSentOnce(int status) {
    Attempt attempt = Attempts.notRepeatable(Attempts.answered(status));
    assertThat(reason(attempt)).isEqualTo(Reason.NOT_REPEATABLE);
  }

  @ParameterizedTest(name = "{0}: repeatable {1}, not repeatable {2}")
  @CsvSource(textBlock = """
          UNKNOWN_HOST,  ,              ''
          CONNECT,       ,              ''
          NOT_PROCESSED, ,              ''
          CLOSED,        ,              NOT_REPEATABLE
          READ_TIMEOUT,  ,              NOT_REPEATABLE
          BROKEN_BODY,   ,              NOT_REPEATABLE
          PROTOCOL,      NOT_RETRYABLE, NOT_RETRYABLE
          TLS,           NOT_RETRYABLE, NOT_RETRYABLE
          CALL_TIMEOUT,  NOT_RETRYABLE, NOT_RETRYABLE
          CANCELLED,     NOT_RETRYABLE, NOT_RETRYABLE
          """)
  void failuresAreRetriedWhereThatDoesNoHarm(
      Failure failure, String repeatable, String notRepeatable) {
    Attempt attempt = Attempts.failed(failure);
    assertThat(name(decide(attempt))).isEqualTo(repeatable == null ? "" : repeatable);
    assertThat(name(decide(Attempts.notRepeatable(attempt)))).isEqualTo(notRepeatable);
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void failuresOfTheConnectionCanBeLeftAlone(Failure failure) {
    RetryPolicy statusesOnly = policy.newBuilder().connectionFailures(false).build();
    assertThat(name(new RetryRules(statusesOnly).decide(Attempts.failed(failure), budget)))
        .isEqualTo("NOT_RETRYABLE");
  }

  @ParameterizedTest(name = "{0}, wait {1}, remaining {2}, told {3}: {4}")
  @CsvSource(textBlock = """
          429, ,      ,   false, true
          403, PT30S, ,   false, true
          403, PT0S,  ,   false, true
          403, ,      0,  false, true
          403, ,      -1, false, true
          403, PT30S, 57, false, true
          403, ,      57, true,  true
          403, ,      ,   true,  true
          403, ,      57, false, false
          403, ,      ,   false, false
          401, PT30S, 0,  true,  false
          503, PT30S, 0,  true,  false
          """)
  void rateLimitIsToldFromARefusalByItsHeadersOrItsBody(
      int status, Duration retryAfter, Long remaining, boolean told, boolean limited) {
    OptionalLong left = remaining == null ? OptionalLong.empty() : OptionalLong.of(remaining);
    Answered answer = new Answered(status, Optional.ofNullable(retryAfter), left, told);
    assertThat(answer.rateLimited()).isEqualTo(limited);
    Attempt attempt = new Attempt(1, true, answer, Duration.ZERO);
    assertThat(decide(attempt) instanceof Retry).isEqualTo(limited || status == 503);
  }

  @Test
  void forbiddenForARateLimitIsRetriedOnlyWhereTooManyRequestsIs() {
    RetryPolicy gatewaysOnly = policy.newBuilder().statuses(Set.of(502)).build();
    Attempt limited = Attempts.answered(1, 403, Duration.ofSeconds(1));
    assertThat(name(new RetryRules(gatewaysOnly).decide(limited, budget)))
        .isEqualTo("NOT_RETRYABLE");
    assertThat(new RetryRules(gatewaysOnly).decide(Attempts.answered(502), budget))
        .isInstanceOf(Retry.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "GET, true",
    "get, true",
    "HEAD, true",
    "OPTIONS, true",
    "TRACE, true",
    "PUT, true",
    "DELETE, true",
    "POST, false",
    "PATCH, false",
    "CONNECT, false",
    "'', false"
  })
  void idempotentMethodsAreThoseOfTheRfc(String method, boolean idempotent) {
    assertThat(RetryPolicy.isIdempotent(method)).isEqualTo(idempotent);
  }

  private RetryDecision decide(Attempt attempt) {
    return new RetryRules(policy).decide(attempt, budget);
  }

  private Reason reason(Attempt attempt) {
    return ((GiveUp) decide(attempt)).reason();
  }

  private static String name(RetryDecision decision) {
    return decision instanceof GiveUp giveUp ? giveUp.reason().name() : "";
  }
}
