package dev.pageturner.internal.rate;

import io.github.resilience4j.ratelimiter.RateLimiter;
import org.jspecify.annotations.Nullable;

/** What others want to be told; called without any lock. */
interface Hooks {
  /** Nobody is told. */
  Hooks NONE = error -> {};

  /** Somebody asked for permits, and got them or not. */
  default void acquired(int permits, boolean granted) {}

  /** A request with a permit completed, with an error or with a response. */
  void completed(@Nullable Throwable error);

  /** {@return tells a limiter what it wants to know of each completion} */
  static Hooks completing(RateLimiter limiter) {
    return error -> {
      if (error == null) {
        limiter.onSuccess();
      } else {
        limiter.onError(error);
      }
    };
  }
}
