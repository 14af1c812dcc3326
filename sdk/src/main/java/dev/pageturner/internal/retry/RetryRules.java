package dev.pageturner.internal.retry;

import dev.pageturner.internal.retry.Attempt.Answered;
import dev.pageturner.internal.retry.Attempt.Failed;
import dev.pageturner.internal.retry.Attempt.Outcome;
import dev.pageturner.internal.retry.RetryDecision.GiveUp;
import dev.pageturner.internal.retry.RetryDecision.Reason;
import dev.pageturner.internal.time.Nanos;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * Applies a policy to what became of a request. It decides and does nothing else: no waiting, no
 * clock.
 *
 * @param policy what the user chose
 */
public record RetryRules(RetryPolicy policy) {
  private static final Duration SOON = Duration.ofSeconds(1);

  /**
   * {@return what to do after a request that did not succeed}
   *
   * <p>Nothing changes but the budget: it pays for the retry, and only for one that is decided on.
   *
   * @param attempt the request and what became of it
   * @param budget what the client may still spend on retries
   */
  public RetryDecision decide(Attempt attempt, RetryBudget budget) {
    Optional<Duration> retryAfter = retryAfter(attempt.outcome());
    Duration wait = wait(attempt.number(), retryAfter);
    return reasonAgainst(attempt, retryAfter, wait)
        .or(() -> budget.tryRetry() ? Optional.empty() : Optional.of(Reason.BUDGET_USED_UP))
        .<RetryDecision>map(reason -> new GiveUp(reason, retryAfter))
        .orElseGet(() -> new RetryDecision.Retry(wait));
  }

  private Optional<Reason> reasonAgainst(
      Attempt attempt, Optional<Duration> retryAfter, Duration wait) {
    if (!retryable(attempt.outcome())) {
      return Optional.of(Reason.NOT_RETRYABLE);
    }
    if (!attempt.repeatable() && mayHaveReachedServer(attempt.outcome())) {
      return Optional.of(Reason.NOT_REPEATABLE);
    }
    if (attempt.number() > policy.maxRetries()) {
      return Optional.of(Reason.ATTEMPTS_USED_UP);
    }
    if (retryAfter.isPresent() && retryAfter.get().compareTo(policy.maxWait()) > 0) {
      return Optional.of(Reason.WAIT_TOO_LONG);
    }
    if (wait.compareTo(policy.callTimeout().minus(attempt.elapsed())) >= 0) {
      return Optional.of(Reason.OUT_OF_TIME);
    }
    return Optional.empty();
  }

  private boolean retryable(Outcome outcome) {
    if (outcome instanceof Answered answered) {
      return policy.statuses().contains(answered.status())
          || (answered.rateLimited() && policy.statuses().contains(429));
    }
    return policy.connectionFailures() && ((Failed) outcome).failure().retryable();
  }

  private static boolean mayHaveReachedServer(Outcome outcome) {
    return !(outcome instanceof Failed failed) || failed.failure().mayHaveReachedServer();
  }

  private static Optional<Duration> retryAfter(Outcome outcome) {
    return outcome instanceof Answered answered ? answered.retryAfter() : Optional.empty();
  }

  private Duration wait(int retry, Optional<Duration> retryAfter) {
    long asked = Nanos.of(retryAfter.filter(wait -> !wait.isNegative()).orElse(Duration.ZERO));
    // 90 ms of a second: enough to spread a herd, and within a tenth when the request's own time
    // adds.
    long most =
        asked < Nanos.of(SOON) ? Nanos.of(policy.backoff().beforeRetry(retry)) : asked / 100 * 9;
    return Duration.ofNanos(Nanos.sum(asked, drawn(most)));
  }

  /** Draws at random, so that clients that failed together do not come back together. */
  private long drawn(long most) {
    return most <= 0 ? 0 : policy.random().nextLong(most);
  }
}
