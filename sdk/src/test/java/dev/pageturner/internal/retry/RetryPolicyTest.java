package dev.pageturner.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pageturner.internal.retry.RetryDecision.GiveUp;
import dev.pageturner.internal.retry.RetryDecision.Reason;
import dev.pageturner.internal.retry.RetryDecision.Retry;
import dev.pageturner.retry.Backoff;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
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
    assertThat(policy.statuses())
        .containsExactlyInAnyOrder(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 10})
  void requestsOfACallAreTheRetriesAndOne(int maxRetries) {
    RetryPolicy policy = new RetryPolicy.Builder().maxRetries(maxRetries).build();
    int requests = 1;
    while (new RetryRules(policy).decide(Attempts.answered(requests, 503, Duration.ZERO), budget)
        instanceof Retry) {
      requests++;
    }
    assertThat(requests).isEqualTo(maxRetries + 1);
  }

  @Test
  void noneSendsOnceAndSaysSo() {
    assertThat(new RetryRules(RetryPolicy.none())
            .decide(Attempts.answered(1, 429, Duration.ofSeconds(3)), budget))
        .isEqualTo(new GiveUp(Reason.ATTEMPTS_USED_UP, Optional.of(Duration.ofSeconds(3))));
  }

  @Test
  @DisplayName("edge 68: an empty budget ends the retries, and says so")
  void emptyBudgetEndsTheRetries() {
    RetryBudget empty = RetryBudget.of(0, 0);
    assertThat(new RetryRules(RetryPolicy.standard()).decide(Attempts.answered(503), empty))
        .isEqualTo(new GiveUp(Reason.BUDGET_USED_UP, Optional.empty()));
  }

  @Test
  void onlyARetryThatIsDecidedOnCosts() {
    RetryBudget two = RetryBudget.of(0, 2);
    RetryPolicy policy = RetryPolicy.standard();
    new RetryRules(policy).decide(Attempts.answered(404), two);
    new RetryRules(policy).decide(Attempts.notRepeatable(Attempts.answered(503)), two);
    new RetryRules(policy).decide(Attempts.answered(5, 503, null), two);
    new RetryRules(policy).decide(Attempts.answered(1, 503, Duration.ofDays(1)), two);
    new RetryRules(policy).decide(Attempts.answered(1, 503, null, Duration.ofHours(1)), two);
    assertThat(two).hasToString("2 of 2");
    new RetryRules(policy).decide(Attempts.answered(503), two);
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
  void statusesOfAServersOwnAreAddedToTheOthers() {
    RetryPolicy policy =
        new RetryPolicy.Builder().retryStatus(425, 999).retryStatus(599).build();

    for (int status : new int[] {425, 503, 529, 599, 999}) {
      assertThat(new RetryRules(policy).decide(Attempts.answered(status), budget))
          .isInstanceOf(Retry.class);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy.newBuilder().retryStatus(503, 202))
        .withMessage("not an error status: 202");
  }

  @Test
  void boundsAsLongAsTheyGetOverflowNothing() {
    Duration forEver = ChronoUnit.FOREVER.getDuration();
    RetryPolicy policy = new RetryPolicy.Builder()
        .maxRetries(Integer.MAX_VALUE)
        .maxWait(forEver)
        .callTimeout(forEver)
        .backoff(Backoff.exponential(forEver, forEver))
        .random(new Random(1))
        .build();
    Attempt late = Attempts.answered(Integer.MAX_VALUE - 1, 503, forEver.minusNanos(1), forEver);
    Attempt early = Attempts.answered(Integer.MAX_VALUE - 1, 503, forEver, Duration.ZERO);
    Attempt unasked = Attempts.answered(Integer.MAX_VALUE - 1, 503, null);

    assertThat(new RetryRules(policy).decide(late, budget)).isInstanceOf(GiveUp.class);
    for (Attempt attempt : new Attempt[] {early, unasked}) {
      Retry retry = (Retry) new RetryRules(policy).decide(attempt, budget);
      assertThat(retry.delay()).isBetween(Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE));
    }
  }

  @Test
  void budgetsAsLargeAsTheyGetOverflowNothing() {
    RetryBudget largest = RetryBudget.of(1, Integer.MAX_VALUE);
    assertThat(largest.tryRetry()).isTrue();
    largest.onCall();
    largest.onSuccess(Integer.MAX_VALUE);

    assertThat(largest).hasToString(Integer.MAX_VALUE + " of " + Integer.MAX_VALUE);
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
