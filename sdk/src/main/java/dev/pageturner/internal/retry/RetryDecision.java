package dev.pageturner.internal.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What to do after a request that did not succeed. */
public sealed interface RetryDecision {
  /**
   * Send the request again.
   *
   * @param delay how long to wait first; zero or more, never shorter than the server asked for
   */
  record Retry(Duration delay) implements RetryDecision {
    /** Checks the value. */
    public Retry {
      Objects.requireNonNull(delay, "delay");
    }
  }

  /**
   * Report what happened to the caller.
   *
   * @param reason why there is no other request
   * @param retryAfter how long the server asked to be left alone, if it said so
   */
  record GiveUp(Reason reason, Optional<Duration> retryAfter) implements RetryDecision {
    /** Checks the values. */
    public GiveUp {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /**
     * {@return when the server can be asked again, if it said so; {@link Instant#MAX} when that is
     * too far off to tell}
     *
     * @param now the time at which the response arrived
     */
    public Optional<Instant> retryAt(Instant now) {
      return retryAfter.map(wait -> {
        boolean tooFar = Duration.between(now, Instant.MAX).compareTo(wait) <= 0;
        return tooFar ? Instant.MAX : now.plus(wait);
      });
    }
  }

  /** Why a request is not sent again. */
  enum Reason {
    /** Another attempt would end in the same way. */
    NOT_RETRYABLE,
    /** The server may have acted on the request, and acting twice may do harm. */
    NOT_REPEATABLE,
    /** All attempts that the policy allows were made. */
    ATTEMPTS_USED_UP,
    /** The server asks for a longer wait than the policy allows. */
    WAIT_TOO_LONG,
    /** The wait would end after the time limit of the call. */
    OUT_OF_TIME,
    /** Too much of what the client sends are retries already. */
    BUDGET_USED_UP
  }
}
