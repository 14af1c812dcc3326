package dev.pageturner.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pageturner.retry.RetryDecision.GiveUp;
import dev.pageturner.retry.RetryDecision.Reason;
import dev.pageturner.retry.RetryDecision.Retry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private final RetryBudget budget = RetryBudget.unlimited();

  @Test
  void standardIsWhatTheBuilderSaysInWords() {
    RetryPolicy policy = RetryPolicy.standard();
    assertThat(policy.maxRetries()).isEqualTo(4);
    assertThat(policy.maxWait()).isEqualTo(Duration.ofMinutes(2));
    assertThat(policy.callTimeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(policy.statuses()).containsExactlyInAnyOrder(408, 429, 500, 502, 503, 504);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 10})
  void requestsOfACallAreTheRetriesAndOne(int maxRetries) {
    RetryPolicy policy = new RetryPolicy.Builder().maxRetries(maxRetries).build();
    int requests = 1;
    while (policy.decide(Attempts.answered(requests, 503, Duration.ZERO), budget)
        instanceof Retry) {
      requests++;
    }
    assertThat(requests).isEqualTo(maxRetries + 1);
  }

  @Test
  void noneSendsOnceAndSaysSo() {
    assertThat(RetryPolicy.none().decide(Attempts.answered(1, 429, Duration.ofSeconds(3)), budget))
        .isEqualTo(new GiveUp(Reason.ATTEMPTS_USED_UP, Optional.of(Duration.ofSeconds(3))));
  }

  @Test
  @DisplayName("edge 68: an empty budget ends the retries, and says so")
  void emptyBudgetEndsTheRetries() {
    RetryBudget empty = RetryBudget.of(0, 0);
    assertThat(RetryPolicy.standard().decide(Attempts.answered(503), empty))
        .isEqualTo(new GiveUp(Reason.BUDGET_USED_UP, Optional.empty()));
  }

  @Test
  void onlyARetryThatIsDecidedOnCosts() {
    RetryBudget two = RetryBudget.of(0, 2);
    RetryPolicy policy = RetryPolicy.standard();
    policy.decide(Attempts.answered(404), two);
    policy.decide(Attempts.notRepeatable(Attempts.answered(503)), two);
    policy.decide(Attempts.answered(5, 503, null), two);
    policy.decide(Attempts.answered(1, 503, Duration.ofDays(1)), two);
    policy.decide(Attempts.answered(1, 503, null, Duration.ofHours(1)), two);
    assertThat(two).hasToString("2 of 2");
    policy.decide(Attempts.answered(503), two);
    assertThat(two).hasToString("1 of 2");
  }

  @Test
  void newBuilderLeadsBack() {
    RetryPolicy policy = new RetryPolicy.Builder()
        .maxRetries(7)
        .maxWait(Duration.ZERO)
        .callTimeout(Duration.ofSeconds(9))
        .statuses(Set.of(502))
        .connectionFailures(false)
        .build()
        .newBuilder()
        .build();
    assertThat(policy.maxRetries()).isEqualTo(7);
    assertThat(policy.maxWait()).isZero();
    assertThat(policy.callTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(policy.statuses()).containsExactly(502);
  }

  @Test
  void badValuesAreRefusedWhereTheyEnter() {
    RetryPolicy.Builder builder = new RetryPolicy.Builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxRetries(-1))
        .withMessage("maxRetries < 0: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxWait(Duration.ofSeconds(-1)))
        .withMessage("maxWait < 0: PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.callTimeout(Duration.ZERO))
        .withMessage("callTimeout <= 0: PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.statuses(Set.of(200)))
        .withMessage("not an error status: 200");
  }
}
