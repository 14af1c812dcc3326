package dev.pageturner.internal.hints;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What the header fields of one response say about the server's rate limit. Durations count from
 * the arrival of the response; a server's clock that is wrong does not matter, since its instants
 * are measured against its own {@code Date}.
 *
 * <p>Read are {@code Retry-After} (RFC 9110, section 10.2.3), {@code RateLimit} and
 * {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers, structured fields of RFC 9651),
 * the older forms of that draft, and {@code X-RateLimit-…} with its variants. What is malformed or
 * absurd is ignored; nothing here throws.
 *
 * @param status the status of the response
 * @param retryAfter how long the server asks to be left alone, 31 days at most, if the status gives
 *     that a meaning
 * @param quotas each limit of requests that the response tells about
 */
public record ServerHint(int status, Optional<Duration> retryAfter, List<Quota> quotas) {
  /** The longest time that is believed. */
  static final Duration LONGEST = Duration.ofDays(31);

  private static final Comparator<Quota> TIGHTEST_FIRST = Comparator.comparingLong(
          (Quota quota) -> quota.remaining().orElse(Long.MAX_VALUE))
      .thenComparing(quota -> quota.reset().orElse(Duration.ZERO), Comparator.reverseOrder());

  /**
   * One limit, as the server told it.
   *
   * @param name tells it from the others of the same server
   * @param limit the requests allowed per window
   * @param remaining the requests left
   * @param window the length of its window
   * @param reset how long until what remains is restored
   */
  public record Quota(
      String name,
      OptionalLong limit,
      OptionalLong remaining,
      Optional<Duration> window,
      Optional<Duration> reset) {
    /** Checks the values. */
    public Quota {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(remaining, "remaining");
      Objects.requireNonNull(window, "window");
      Objects.requireNonNull(reset, "reset");
    }

    boolean isUsedUp() {
      return remaining.isPresent() && remaining.getAsLong() == 0;
    }
  }

  /** Copies the quotas. */
  public ServerHint {
    Objects.requireNonNull(retryAfter, "retryAfter");
    quotas = List.copyOf(quotas);
  }

  /**
   * Reads a response.
   *
   * @param status the status of the response
   * @param headers gives all values of a header field, in order, whatever the case of its name
   * @param now the time of day at which the response arrived
   */
  public static ServerHint read(int status, Function<String, List<String>> headers, Instant now) {
    Instant date = HttpDate.parseFirst(headers.apply("Date"), now).orElse(now);
    Optional<Duration> retryAfter =
        status >= 300 || status == 202 ? RetryAfter.read(headers, date) : Optional.empty();
    return new ServerHint(status, retryAfter, QuotaHeaders.read(headers, date));
  }

  /** {@return the quota that ends first: the fewest remain, of those used up the longest lasts} */
  public Optional<Quota> tightest() {
    return quotas.stream().min(TIGHTEST_FIRST);
  }

  /**
   * {@return whether the status means that there were too many requests}
   *
   * <p>429 does; 403 does if the response also names a time to come back, or a quota that is used
   * up.
   */
  public boolean isRefusal() {
    return status == 429 || (status == 403 && (retryAfter.isPresent() || isUsedUp()));
  }

  /** {@return whether a quota says how many requests are left} */
  public boolean tellsRemaining() {
    return quotas.stream().anyMatch(quota -> quota.remaining().isPresent());
  }

  private boolean isUsedUp() {
    return quotas.stream().anyMatch(Quota::isUsedUp);
  }

  /**
   * {@return how long no request should be sent, whatever it is for}
   *
   * <p>What {@code Retry-After} says in a 429, a 403 or a 503; else, until the last quota that is
   * used up is restored. Zero means that the time is over already: a request that was refused needs
   * a backoff of its own.
   */
  public Optional<Duration> delay() {
    return stayAway().or(this::untilRestored);
  }

  /** {@return what {@code Retry-After} asks of everybody; it comes before the reset of a quota} */
  public Optional<Duration> stayAway() {
    boolean forAll = status == 429 || status == 403 || status == 503;
    return forAll ? retryAfter : Optional.empty();
  }

  private Optional<Duration> untilRestored() {
    return quotas.stream()
        .filter(quota -> quota.isUsedUp() || (isRefusal() && quota.remaining().isEmpty()))
        .flatMap(quota -> quota.reset().stream())
        .max(Comparator.naturalOrder());
  }
}
