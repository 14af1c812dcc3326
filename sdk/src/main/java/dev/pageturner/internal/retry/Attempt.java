package dev.pageturner.internal.retry;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One request of a call and what became of it: all that a {@link RetryPolicy} decides on.
 *
 * @param number which request of the call this was, 1 for the first
 * @param repeatable whether sending it twice does no harm: an idempotent method (RFC 9110 section
 *     9.2.2), one declared to be safe, or one with an idempotency key
 * @param outcome what became of it
 * @param elapsed the time since the call began, waits included
 */
public record Attempt(int number, boolean repeatable, Outcome outcome, Duration elapsed) {
  /** Checks the values. */
  public Attempt {
    if (number < 1) {
      throw new IllegalArgumentException("number < 1: " + number);
    }
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(elapsed, "elapsed");
  }

  /** What became of a request that did not succeed. */
  public sealed interface Outcome {}

  /**
   * A response arrived, with a status other than 2xx.
   *
   * @param status the status
   * @param retryAfter how long the server asked to be left alone, from {@code Retry-After} or from
   *     the reset of a limit that is used up; empty when it said nothing that can be read
   * @param remaining what the server says is left of its limit
   * @param told whether the body says that a rate limit is the reason
   */
  public record Answered(
      int status, Optional<Duration> retryAfter, OptionalLong remaining, boolean told)
      implements Outcome {
    /** Checks the values. */
    public Answered {
      Objects.requireNonNull(retryAfter, "retryAfter");
      Objects.requireNonNull(remaining, "remaining");
    }

    /**
     * {@return whether a rate limit is the reason}
     *
     * <p>429 says so itself (RFC 6585 section 4). 403 is used for it by some servers, which then
     * say when to come back, that nothing remains, or why in the body; any other 403 is a refusal
     * for good.
     */
    public boolean rateLimited() {
      return status == 429
          || (status == 403 && (told || retryAfter.isPresent() || remaining.orElse(1) <= 0));
    }
  }

  /**
   * No usable response arrived.
   *
   * @param failure what happened instead
   */
  public record Failed(Failure failure) implements Outcome {
    /** Checks the value. */
    public Failed {
      Objects.requireNonNull(failure, "failure");
    }
  }
}
