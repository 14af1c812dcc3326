package dev.pageturner.rate;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.event.RateLimiterEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnDrainedEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnFailureEvent;
import io.github.resilience4j.ratelimiter.event.RateLimiterOnSuccessEvent;
import io.github.resilience4j.ratelimiter.internal.RateLimiterEventProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A rate limiter of resilience4j that holds in every window, not only in cycles of its own: a
 * permit comes back one period after the completion of the request that used it.
 *
 * <p>It learns of completions through {@link #onSuccess}, {@link #onError} and {@link #onResult},
 * which resilience4j's decorators call. Who calls {@link #acquirePermission} himself must call one
 * of them when the request is over, or {@link #releasePermission} if none was sent; a permit of
 * which nothing is heard counts as completed after a minute. {@link RateLimit#from} shares its
 * permits with clients.
 *
 * <p>{@code limitForPeriod}, {@code limitRefreshPeriod}, {@code timeoutDuration} and
 * {@code drainPermissionsOnResult} of the configuration mean what they say there. Safe to share
 * between threads; first come, first served.
 */
public final class CompletionRateLimiter implements RateLimiter {
  private final String name;
  private final Map<String, String> tags;
  private final List<Limit> limits;
  private final PermitLog log;
  private final PermitQueue queue;
  private final AnonymousLeases leases;
  private final RateLimiterEventProcessor events = new RateLimiterEventProcessor();
  private final Hooks hooks = new Hooks() {
    @Override
    public void acquired(int permits, boolean granted) {
      publishAcquired(permits, granted);
    }

    @Override
    public void completed(@Nullable Throwable error) {
      drainOn(error);
    }
  };
  private volatile RateLimiterConfig config;

  CompletionRateLimiter(
      String name,
      RateLimiterConfig config,
      Map<String, String> tags,
      List<Limit> limits,
      PermitQueue.Clockwork clockwork) {
    this.name = name;
    this.config = config;
    this.tags = Map.copyOf(tags);
    this.limits = limits;
    this.log = new PermitLog(limits.stream().map(Limit::window).toList());
    this.queue = new PermitQueue(log, hooks, clockwork);
    this.leases = new AnonymousLeases(queue);
  }

  /** Creates one without tags. */
  public static CompletionRateLimiter of(String name, RateLimiterConfig config) {
    return of(name, config, Map.of());
  }

  /** Creates one, with all of its permits free. */
  public static CompletionRateLimiter of(
      String name, RateLimiterConfig config, Map<String, String> tags) {
    return of(name, config, tags, PermitQueue.Clockwork.SYSTEM);
  }

  static CompletionRateLimiter of(
      String name,
      RateLimiterConfig config,
      Map<String, String> tags,
      PermitQueue.Clockwork clockwork) {
    Limit limit = new Limit(config.getLimitForPeriod(), config.getLimitRefreshPeriod());
    return new CompletionRateLimiter(name, config, tags, List.of(limit), clockwork);
  }

  PermitQueue queue() {
    return queue;
  }

  List<Limit> limits() {
    return limits;
  }

  /**
   * Waits for permits, {@code timeoutDuration} at most; if they certainly come later, or are more
   * than the limit, it fails at once.
   *
   * @return whether they were given; false, with the flag set, when interrupted while waiting
   */
  @Override
  public boolean acquirePermission(int permits) {
    checkPermits(permits);
    try {
      Entry entry = queue.acquire(permits, config.getTimeoutDuration(), wait -> {});
      return leases.keep(entry.lease());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Takes permits that may be used only after the wait that is returned, in nanoseconds; negative
   * if there are none within {@code timeoutDuration}.
   *
   * <p>The wait is certain as long as the permits it stands for have been used and completed. While
   * they are still in flight it is an estimate: that their requests take no longer than the slowest
   * of late. {@link RateLimit#reserve} needs no estimate, since it calls back.
   */
  @Override
  public long reservePermission(int permits) {
    checkPermits(permits);
    long wait = leases.reserve(permits, config.getTimeoutDuration());
    publishAcquired(permits, wait >= 0);
    return wait;
  }

  /**
   * Gives back permits, acquired or reserved, that no request was sent with. Others can have them
   * at once.
   *
   * @param permits as many as were asked for in one call
   */
  public void releasePermission(int permits) {
    leases.release(permits);
  }

  /** Uses up the permits that are free: they come back one period from now. */
  @Override
  public void drainPermissions() {
    int drained = queue.locked(log::drain);
    publish(() -> new RateLimiterOnDrainedEvent(name, drained));
  }

  @Override
  public void onSuccess() {
    leases.completeOldest();
    RateLimiter.super.onSuccess();
  }

  @Override
  public void onError(Throwable error) {
    leases.completeOldest();
    RateLimiter.super.onError(error);
  }

  @Override
  public void onResult(Object result) {
    leases.completeOldest();
    RateLimiter.super.onResult(result);
  }

  /** Changes how long {@link #acquirePermission} waits from now on. */
  @Override
  public void changeTimeoutDuration(Duration timeout) {
    queue.locked(
        now -> config = RateLimiterConfig.from(config).timeoutDuration(timeout).build());
  }

  /** Changes the limit at once; of several, the first. */
  @Override
  public void changeLimitForPeriod(int limit) {
    queue.locked(now -> {
      config = RateLimiterConfig.from(config).limitForPeriod(limit).build();
      log.limit(limit);
      queue.line().settle(now);
      return config;
    });
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public RateLimiterConfig getRateLimiterConfig() {
    return config;
  }

  @Override
  public Map<String, String> getTags() {
    return tags;
  }

  /** {@return the permits free, less those reserved, and the threads waiting for one} */
  @Override
  public Metrics getMetrics() {
    return new Metrics() {
      @Override
      public int getNumberOfWaitingThreads() {
        return queue.locked(now -> queue.line().waitingThreads());
      }

      @Override
      public int getAvailablePermissions() {
        return queue.locked(now -> log.free(now) - queue.line().permitsPromised());
      }
    };
  }

  @Override
  public EventPublisher getEventPublisher() {
    return events;
  }

  /** The interface's own methods ask {@code drainPermissionsOnResult}, and drain. */
  private void drainOn(@Nullable Throwable error) {
    if (error == null) {
      RateLimiter.super.onSuccess();
    } else {
      RateLimiter.super.onError(error);
    }
  }

  private void publishAcquired(int permits, boolean granted) {
    publish(() -> granted
        ? new RateLimiterOnSuccessEvent(name, permits)
        : new RateLimiterOnFailureEvent(name, permits));
  }

  private void publish(Supplier<RateLimiterEvent> event) {
    if (events.hasConsumers()) {
      events.consumeEvent(event.get());
    }
  }

  private static void checkPermits(int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("permits < 1: " + permits);
    }
  }

  /** {@return the name and the limits} */
  @Override
  public String toString() {
    return "CompletionRateLimiter[" + name + ": " + Limit.describe(limits) + "]";
  }
}
