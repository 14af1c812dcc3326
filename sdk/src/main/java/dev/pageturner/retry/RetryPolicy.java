package dev.pageturner.retry;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Which requests are sent again, how often, and after what wait.
 *
 * <p>A request is sent again when its failure may pass (a broken connection, a status from the
 * list, a rate limit), and when a repetition does no harm: its method is idempotent, the call was
 * declared to be repeatable or has an idempotency key, or it certainly did not reach the server.
 * The wait is drawn between zero and the {@linkplain Backoff backoff} (full jitter). A wait that
 * the server asks for is never shortened; up to nine hundredths of it are added at random. A wait
 * of less than a second means "soon", and the backoff's is added to it.
 *
 * <p>A policy is immutable and may be shared between threads.
 */
public final class RetryPolicy {
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY");

  /**
   * What proxies and crowded servers say of a state that passes; 520 to 524 are a CDN's that got no
   * good answer from the server behind it, 529 says that a site is overloaded.
   */
  private static final Set<Integer> PASSING =
      Set.of(408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529);

  private final int maxRetries;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Duration maxWait;
  private final Duration callTimeout;
  private final Set<Integer> statuses;
  private final boolean failures;

  private RetryPolicy(Builder builder) {
    this.maxRetries = builder.maxRetries;
    this.backoff = builder.backoff;
    this.random = builder.random;
    this.maxWait = builder.maxWait;
    this.callTimeout = builder.callTimeout;
    this.statuses = builder.statuses;
    this.failures = builder.failures;
  }

  /** {@return the policy of a new {@link Builder}} */
  public static RetryPolicy standard() {
    return new Builder().build();
  }

  /** {@return the policy that sends each request once, within the standard time limit} */
  public static RetryPolicy none() {
    return new Builder().maxRetries(0).build();
  }

  /**
   * {@return whether a method is idempotent (RFC 9110, section 9.2.2; RFC 10008 for QUERY), and
   * with it repeatable unless an API says otherwise}
   *
   * @param method the method, such as {@code GET}
   */
  public static boolean isIdempotent(String method) {
    return IDEMPOTENT.contains(method.toUpperCase(Locale.ROOT));
  }

  /** {@return the retries after the first request, at most} */
  public int maxRetries() {
    return maxRetries;
  }

  /** {@return the longest wait that a server may ask for} */
  public Duration maxWait() {
    return maxWait;
  }

  /** {@return the time for a call with all its attempts and waits} */
  public Duration callTimeout() {
    return callTimeout;
  }

  /** {@return the statuses after which a request is sent again} */
  public Set<Integer> statuses() {
    return statuses;
  }

  /** {@return the longest wait before each retry} */
  public Backoff backoff() {
    return backoff;
  }

  /** {@return where chance comes from} */
  public RandomGenerator random() {
    return random;
  }

  /** {@return whether failures of the connection are retried} */
  public boolean connectionFailures() {
    return failures;
  }

  /** {@return a builder with the choices of this policy} */
  public Builder newBuilder() {
    return new Builder(this);
  }

  /**
   * Builds a {@link RetryPolicy}: 4 retries, the first after half a second at most and the others
   * after up to twice as long each, up to 30 seconds; at most 2 minutes for a wait that the server
   * asks for, and 10 minutes for the whole call.
   *
   * <p>Four retries, since a listing is many calls and fails with the first one that does: of 500
   * pages over a connection that loses every twentieth request, two retries lose the listing in 6
   * of 100 runs and four in 1 of 6,400. The budget keeps them harmless in an outage. Two minutes,
   * since limits per minute are the most common ones. Ten minutes hold four such waits.
   */
  public static final class Builder {
    private int maxRetries = 4;
    private Backoff backoff = Backoff.exponential(Duration.ofMillis(500), Duration.ofSeconds(30));
    // Safe for use by many threads, unlike most generators.
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    private Duration maxWait = Duration.ofMinutes(2);
    private Duration callTimeout = Duration.ofMinutes(10);
    private Set<Integer> statuses = PASSING;
    private boolean failures = true;

    /** Creates a builder with the values named above. */
    public Builder() {}

    private Builder(RetryPolicy policy) {
      this.maxRetries = policy.maxRetries;
      this.backoff = policy.backoff;
      this.random = policy.random;
      this.maxWait = policy.maxWait;
      this.callTimeout = policy.callTimeout;
      this.statuses = policy.statuses;
      this.failures = policy.failures;
    }

    /** Sets the retries after the first request, 0 to send each request once. */
    public Builder maxRetries(int maxRetries) {
      if (maxRetries < 0) {
        throw new IllegalArgumentException("maxRetries < 0: " + maxRetries);
      }
      this.maxRetries = maxRetries;
      return this;
    }

    /** Sets the longest wait before each retry, from which the wait is drawn. */
    public Builder backoff(Backoff backoff) {
      this.backoff = Objects.requireNonNull(backoff, "backoff");
      return this;
    }

    /**
     * Sets where chance comes from, such as {@code new Random(seed)} in a test. It is called by
     * every thread that uses the policy.
     */
    public Builder random(RandomGenerator random) {
      this.random = Objects.requireNonNull(random, "random");
      return this;
    }

    /**
     * Sets the longest wait that a server may ask for; when it asks for a longer one the call fails
     * at once, and its error says when to come back. Zero or more.
     */
    public Builder maxWait(Duration maxWait) {
      if (maxWait.isNegative()) {
        throw new IllegalArgumentException("maxWait < 0: " + maxWait);
      }
      this.maxWait = maxWait;
      return this;
    }

    /**
     * Sets the time for a call, with all its attempts, waits and the reading of its page; longer
     * than zero. A retry that would start later is not waited for.
     */
    public Builder callTimeout(Duration callTimeout) {
      if (callTimeout.isNegative() || callTimeout.isZero()) {
        throw new IllegalArgumentException("callTimeout <= 0: " + callTimeout);
      }
      this.callTimeout = callTimeout;
      return this;
    }

    /**
     * Sets the statuses after which a request is sent again: 408, 429, 500, 502, 503, 504, 520 to
     * 524 and 529 unless set. With 429 goes a 403 that is a rate limit, as its headers or its body
     * say.
     *
     * @throws IllegalArgumentException if one is not from 400 to 999
     */
    public Builder statuses(Set<Integer> statuses) {
      for (int status : statuses) {
        if (status < 400 || status > 999) {
          throw new IllegalArgumentException("not an error status: " + status);
        }
      }
      this.statuses = Set.copyOf(statuses);
      return this;
    }

    /**
     * Adds statuses after which a request is sent again, such as 425 or 599: those of a server that
     * says in its own way that it is busy.
     *
     * @throws IllegalArgumentException if one is not from 400 to 999
     */
    public Builder retryStatus(int... statuses) {
      Set<Integer> all = new TreeSet<>(this.statuses);
      for (int status : statuses) {
        all.add(status);
      }
      return statuses(all);
    }

    /** Sets whether failures of the connection are retried; they are unless set. */
    public Builder connectionFailures(boolean retried) {
      this.failures = retried;
      return this;
    }

    /** {@return the policy} */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }
  }
}
