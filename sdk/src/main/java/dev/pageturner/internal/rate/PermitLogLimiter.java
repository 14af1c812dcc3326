package dev.pageturner.internal.rate;

import dev.pageturner.rate.CompletionRateLimiter;
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

/** The only kind of {@link CompletionRateLimiter}: it gives the permits of a {@link PermitLog}. */
public final class PermitLogLimiter implements CompletionRateLimiter {
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

  private PermitLogLimiter(
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

  /** {@return one with all of its permits free} */
  public static PermitLogLimiter of(
      String name, RateLimiterConfig config, Map<String, String> tags) {
    return of(name, config, tags, PermitQueue.Clockwork.SYSTEM);
  }

  static PermitLogLimiter of(
      String name,
      RateLimiterConfig config,
      Map<String, String> tags,
      PermitQueue.Clockwork clockwork) {
    Limit limit = new Limit(config.getLimitForPeriod(), config.getLimitRefreshPeriod());
    return new PermitLogLimiter(name, config, tags, List.of(limit), clockwork);
  }

  /** {@return one of several limits, of which its configuration tells the first} */
  static PermitLogLimiter of(
      List<Limit> limits, Duration timeout, PermitQueue.Clockwork clockwork) {
    RateLimiterConfig config = RateLimiterConfig.custom()
        .limitForPeriod(limits.get(0).permits())
        .limitRefreshPeriod(limits.get(0).period())
        .timeoutDuration(timeout)
        .build();
    return new PermitLogLimiter("pageturner", config, Map.of(), limits, clockwork);
  }

  PermitQueue queue() {
    return queue;
  }

  List<Limit> limits() {
    return limits;
  }

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

  @Override
  public long reservePermission(int permits) {
    checkPermits(permits);
    long wait = leases.reserve(permits, config.getTimeoutDuration());
    publishAcquired(permits, wait >= 0);
    return wait;
  }

  @Override
  public void releasePermission(int permits) {
    leases.release(permits);
  }

  @Override
  public void drainPermissions() {
    int drained = queue.locked(log::drain);
    publish(() -> new RateLimiterOnDrainedEvent(name, drained));
  }

  @Override
  public void onSuccess() {
    leases.completeOldest();
    CompletionRateLimiter.super.onSuccess();
  }

  @Override
  public void onError(Throwable error) {
    leases.completeOldest();
    CompletionRateLimiter.super.onError(error);
  }

  @Override
  public void onResult(Object result) {
    leases.completeOldest();
    CompletionRateLimiter.super.onResult(result);
  }

  @Override
  public void changeTimeoutDuration(Duration timeout) {
    queue.locked(
        now -> config = RateLimiterConfig.from(config).timeoutDuration(timeout).build());
  }

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
        return queue.locked(now ->
            (int) Math.max(Integer.MIN_VALUE, log.free(now) - queue.line().permitsPromised()));
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
      CompletionRateLimiter.super.onSuccess();
    } else {
      CompletionRateLimiter.super.onError(error);
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
