package dev.pageturner.openapi.mockserver;

/** How a server tells clients about its rate limit. */
public enum LimitHeaders {
  /** {@code RateLimit} and {@code RateLimit-Policy}, as in the IETF's draft of 2025. */
  IETF,
  /**
   * {@code X-RateLimit-Limit}, {@code X-RateLimit-Remaining} and {@code X-RateLimit-Reset}, the
   * last one in seconds since 1970.
   */
  X_RATE_LIMIT,
  /** {@code Retry-After} when it is too late, and nothing before. */
  RETRY_AFTER
}
