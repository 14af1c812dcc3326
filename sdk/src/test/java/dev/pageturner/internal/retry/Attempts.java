package dev.pageturner.internal.retry;

import dev.pageturner.internal.retry.Attempt.Answered;
import dev.pageturner.internal.retry.Attempt.Failed;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Attempts for tests: the first of a call, just begun, unless said otherwise. */
final class Attempts {
  private Attempts() {}

  static Attempt answered(int status) {
    return answered(1, status, null);
  }

  static Attempt answered(int number, int status, @Nullable Duration retryAfter) {
    return answered(number, status, retryAfter, Duration.ZERO);
  }

  static Attempt answered(int number, int status, @Nullable Duration retryAfter, Duration elapsed) {
    Optional<Duration> asked = Optional.ofNullable(retryAfter);
    return new Attempt(
        number, true, new Answered(status, asked, OptionalLong.empty(), false), elapsed);
  }

  static Attempt failed(Failure failure) {
    return new Attempt(1, true, new Failed(failure), Duration.ZERO);
  }

  /** The same as a POST without a key. */
  static Attempt notRepeatable(Attempt attempt) {
    return new Attempt(attempt.number(), false, attempt.outcome(), attempt.elapsed());
  }
}
