package dev.pageturner.error;

import java.util.Objects;

/**
 * The request that an error belongs to, fit to be shown: secrets are masked and long values are
 * cut.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param url the address, without its secrets
 * @param attempts how many requests were sent for this call, 0 when none went out
 */
public record RequestInfo(String method, String url, int attempts) {
  /** Checks the values. */
  public RequestInfo {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts < 0: " + attempts);
    }
  }
}
