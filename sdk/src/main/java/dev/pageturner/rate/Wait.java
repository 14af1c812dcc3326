package dev.pageturner.rate;

import java.time.Duration;
import java.util.Objects;

/**
 * A wait that is about to begin. Listeners see it before; a rate limit that is shared can make it
 * shorter or longer.
 *
 * @param duration how long it will be, as far as is known at its beginning
 * @param reason what is waited for
 */
public record Wait(Duration duration, Reason reason) {
  /** What is waited for. */
  public enum Reason {
    /** A permit of the rate limit. */
    RATE_LIMIT,
    /** The instant before which the server wants no request. */
    SERVER_HINT,
    /** The backoff before a request is sent again. */
    RETRY
  }

  /** Checks the values. */
  public Wait {
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(reason, "reason");
  }
}
