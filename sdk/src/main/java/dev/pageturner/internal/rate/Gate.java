package dev.pageturner.internal.rate;

import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.internal.time.Nanos;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps everybody out while the server wants no request: until an instant that it named, and while
 * the requests in flight may use up what it says remains. Told the time, never waits.
 *
 * <p>An answer can be overtaken by a later one, so within one window of the server what remains
 * only falls. It may rise when a later window was named, or when the window has ended.
 */
final class Gate {
  /** No hint closes the gate for longer; after that one request may ask again. */
  private static final long LONGEST = Duration.ofDays(1).toNanos();

  /** Resets are told in whole seconds and arrive with a delay: nearer ones are of one window. */
  private static final long SAME_WINDOW = Duration.ofSeconds(2).toNanos();

  /** Names come from the server; more are not kept. */
  private static final int MAX_QUOTAS = 16;

  private static final OptionalLong NOTHING = OptionalLong.of(0);

  private final Map<String, Quota> quotas = new LinkedHashMap<>();
  private long closedUntil;

  private record Quota(long remaining, long firstEnd, long end) {
    Quota less() {
      return new Quota(Math.max(0, remaining - 1), firstEnd, end);
    }
  }

  /** Closes until {@code until}, a day from now at most; never opens earlier than before. */
  void closeUntil(long now, long until) {
    closedUntil = Math.max(closedUntil, Math.min(until, now + LONGEST));
  }

  /** {@return the instant before which it certainly stays closed} */
  long opensAt(long now) {
    long opens = Math.max(now, closedUntil);
    for (Quota quota : quotas.values()) {
      opens = quota.remaining() == 0 ? Math.max(opens, quota.end()) : opens;
    }
    return opens;
  }

  /** {@return until when at most it keeps the next one out, if nobody who is in flight returns} */
  long heldUntil(long now, int inFlight) {
    long until = opensAt(now);
    for (Quota quota : quotas.values()) {
      until = quota.remaining() <= inFlight ? Math.max(until, quota.end()) : until;
    }
    return until;
  }

  /** Notes what an answer said; where it says how long to stay away, that comes before all else. */
  void observe(long now, ServerHint hint) {
    forgetEnded(now);
    Optional<Duration> away = hint.stayAway();
    if (away.isPresent()) {
      closeUntil(now, now + nanos(away.get()));
    } else {
      hint.quotas().forEach(told -> observe(now, told, hint.isRefusal()));
    }
  }

  private void observe(long now, ServerHint.Quota told, boolean refused) {
    OptionalLong remaining = refused && told.remaining().isEmpty() ? NOTHING : told.remaining();
    long reset = told.reset().map(Gate::nanos).orElse(0L);
    if (remaining.isPresent() && reset > 0) {
      Quota quota = new Quota(remaining.getAsLong(), now + reset, now + reset);
      quotas.merge(told.name(), quota, Gate::merge);
      if (quotas.size() > MAX_QUOTAS) {
        quotas.remove(quotas.keySet().iterator().next());
      }
    }
  }

  private static Quota merge(Quota known, Quota told) {
    if (told.end() < known.firstEnd() - SAME_WINDOW) {
      return known;
    }
    if (told.end() > known.firstEnd() + SAME_WINDOW) {
      return told;
    }
    long remaining = Math.min(known.remaining(), told.remaining());
    return new Quota(remaining, known.firstEnd(), Math.max(known.end(), told.end()));
  }

  /** Notes an answer that said nothing: it used one of what remained. */
  void spent(long now) {
    forgetEnded(now);
    quotas.replaceAll((name, quota) -> quota.less());
  }

  private void forgetEnded(long now) {
    quotas.values().removeIf(quota -> quota.end() <= now);
  }

  private static long nanos(Duration duration) {
    return Math.min(LONGEST, Nanos.of(duration));
  }
}
