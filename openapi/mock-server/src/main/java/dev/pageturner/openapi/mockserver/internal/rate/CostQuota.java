package dev.pageturner.openapi.mockserver.internal.rate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A quota of points: of the requests in any window of that length, no more are answered than the
 * points pay for.
 *
 * <p>What was refused costs nothing. A request that costs more than all points is answered when no
 * other is in the window. Safe for use by several threads.
 */
public final class CostQuota {
  private record Spent(long millis, long cost) {}

  private final long points;
  private final Duration window;
  private final InstantSource clock;
  private final Deque<Spent> log = new ArrayDeque<>();
  private long used;

  public CostQuota(long points, Duration window, InstantSource clock) {
    this.points = points;
    this.window = window;
    this.clock = clock;
  }

  /** {@return whether a request of that cost is answered now, and what the client is told} */
  public synchronized Verdict ask(long cost) {
    long now = clock.millis();
    while (!log.isEmpty() && now - log.getFirst().millis() >= window.toMillis()) {
      used -= log.removeFirst().cost();
    }
    boolean allowed = log.isEmpty() || used + cost <= points;
    if (allowed) {
      log.addLast(new Spent(now, cost));
      used += cost;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Request-Cost", Long.toString(cost));
    headers.put("RateLimit-Policy", "\"cost\";q=" + points + ";w=" + window.toSeconds());
    headers.put(
        "RateLimit", "\"cost\";r=" + Math.max(0, points - used) + ";t=" + seconds(now, cost));
    if (!allowed) {
      headers.put("Retry-After", Long.toString(seconds(now, cost)));
    }
    return new Verdict(allowed, headers);
  }

  /** {@return in how many seconds, rounded up, a request of that cost is paid for} */
  private long seconds(long now, long cost) {
    long left = used;
    for (Spent spent : log) {
      left -= spent.cost();
      if (left + cost <= points) {
        long wait = window.toMillis() - (now - spent.millis());
        return Math.max(0, (wait + 999) / 1000);
      }
    }
    return window.toSeconds();
  }
}
