package dev.pageturner.openapi.mockserver.internal.rate;

import dev.pageturner.openapi.mockserver.LimitHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A limit that counts the requests of a sliding window: of those in any window of that length, no
 * more than so many are answered.
 *
 * <p>What was refused does not count. Safe for use by several threads.
 */
public final class RateWindow {
  private final int requests;
  private final Duration window;
  private final LimitHeaders family;
  private final LongSupplier nanos;
  private final LongSupplier epochSeconds;
  private final Deque<Long> log = new ArrayDeque<>();

  public RateWindow(
      int requests,
      Duration window,
      LimitHeaders family,
      LongSupplier nanos,
      LongSupplier epochSeconds) {
    if (requests < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("not a limit: " + requests + " in " + window);
    }
    this.requests = requests;
    this.window = window;
    this.family = family;
    this.nanos = nanos;
    this.epochSeconds = epochSeconds;
  }

  public synchronized Verdict ask() {
    long now = nanos.getAsLong();
    while (!log.isEmpty() && now - log.getFirst() >= window.toNanos()) {
      log.removeFirst();
    }
    boolean allowed = log.size() < requests;
    if (allowed) {
      log.addLast(now);
    }
    long left = window.toNanos() - (now - log.getFirst());
    // Rounded up: who waits so long is not refused again.
    long seconds = (left + 999_999_999) / 1_000_000_000;
    return new Verdict(allowed, headers(allowed, seconds));
  }

  private Map<String, String> headers(boolean allowed, long seconds) {
    Map<String, String> headers = new LinkedHashMap<>();
    int remaining = requests - log.size();
    switch (family) {
      case IETF -> {
        headers.put(
            "RateLimit-Policy",
            "\"default\";q=" + requests + ";w=" + Math.max(1, window.toSeconds()));
        headers.put("RateLimit", "\"default\";r=" + remaining + ";t=" + seconds);
      }
      case X_RATE_LIMIT -> {
        headers.put("X-RateLimit-Limit", Integer.toString(requests));
        headers.put("X-RateLimit-Remaining", Integer.toString(remaining));
        headers.put("X-RateLimit-Reset", Long.toString(epochSeconds.getAsLong() + seconds));
      }
      case RETRY_AFTER -> {
        if (!allowed) {
          headers.put("Retry-After", Long.toString(seconds));
        }
      }
    }
    return headers;
  }
}
