package dev.pageturner.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.internal.time.ManualTime;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.ratelimiter.event.RateLimiterEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CompletionRateLimiterTest {
  private static final long SECOND = 1_000_000_000L;

  private final ManualTime time = new ManualTime();

  private PermitLogLimiter limiter(int limit, RateLimiterConfig.Builder config) {
    return PermitLogLimiter.of(
        "api",
        config.limitForPeriod(limit).limitRefreshPeriod(Duration.ofSeconds(1)).build(),
        Map.of("team", "data"),
        new PermitQueue.Clockwork(time, nanos -> time.advance(Duration.ofNanos(nanos)), time));
  }

  private PermitLogLimiter limiter(int limit) {
    return limiter(limit, RateLimiterConfig.custom());
  }

  private void advance(long nanos) {
    time.advance(Duration.ofNanos(nanos));
  }

  @Test
  void decoratedCallsCompleteTheirPermits() throws Exception {
    PermitLogLimiter limiter = limiter(1);

    limiter.executeSupplier(() -> "ada");
    limiter.executeCallable(() -> "bob");
    assertThatThrownBy(() -> limiter.executeRunnable(() -> {
          throw new IllegalStateException("cut");
        }))
        .hasMessage("cut");
    limiter.executeRunnable(() -> {});

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aStageCompletesItsPermitWhenItCompletes() {
    PermitLogLimiter limiter = limiter(1);
    CompletableFuture<String> response = new CompletableFuture<>();
    limiter.executeCompletionStage(() -> response);
    advance(SECOND / 2);

    response.complete("ada");

    assertThat(limiter.reservePermission()).isEqualTo(SECOND);
  }

  @Test
  void aCallThatCanNotBeInTimeIsNotPermittedAndDoesNotPark() {
    PermitLogLimiter limiter =
        limiter(1, RateLimiterConfig.custom().timeoutDuration(Duration.ofMillis(999)));
    limiter.executeRunnable(() -> {});

    assertThatThrownBy(() -> limiter.executeRunnable(() -> {}))
        .isInstanceOf(RequestNotPermitted.class)
        .hasMessageContaining("api");
    assertThat(limiter.reservePermission()).isNegative();
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void severalPermitsAreTakenAndReturnedTogether() {
    PermitLogLimiter limiter = limiter(3);
    limiter.executeSupplier(2, () -> "ada");
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(1);

    assertThat(limiter.acquirePermission(2)).isTrue();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    assertThat(limiter.acquirePermission(4)).isFalse();
    assertThat(limiter.reservePermission(4)).isNegative();
    assertThatIllegalArgumentException().isThrownBy(() -> limiter.acquirePermission(0));
  }

  @Test
  void aReservationIsExactOnceTheRequestsBeforeItHaveCompleted() {
    PermitLogLimiter limiter = limiter(2);
    limiter.executeRunnable(() -> {});
    advance(SECOND / 4);
    limiter.executeRunnable(() -> {});

    assertThat(limiter.reservePermission()).isEqualTo(SECOND * 3 / 4);
    assertThat(limiter.reservePermission()).isEqualTo(SECOND);
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(-2);
  }

  @Test
  void aReservationBehindRequestsInFlightIsAnEstimateOnTheSafeSide() {
    PermitLogLimiter limiter = limiter(1);
    limiter.acquirePermission();
    advance(SECOND / 5);
    limiter.onSuccess();
    advance(SECOND);
    limiter.acquirePermission();

    assertThat(limiter.reservePermission()).isEqualTo(SECOND + SECOND / 5);
  }

  @Test
  void theEstimateFallsAgainAfterASlowRequest() {
    PermitLogLimiter limiter = limiter(1);
    limiter.acquirePermission();
    advance(SECOND / 2);
    limiter.onSuccess();
    for (int quick = 0; quick < 60; quick++) {
      advance(SECOND);
      limiter.acquirePermission();
      advance(SECOND / 1000);
      limiter.onSuccess();
    }
    advance(SECOND);
    limiter.acquirePermission();

    assertThat(limiter.reservePermission()).isBetween(SECOND, SECOND + SECOND / 900);
  }

  @Test
  void timeoutOfZeroGivesWhatIsFreeThoughTheClockGoesOn() {
    ManualTime ticking = new ManualTime(Duration.ofNanos(40));
    RateLimiterConfig config = RateLimiterConfig.custom()
        .limitForPeriod(20)
        .limitRefreshPeriod(Duration.ofSeconds(1))
        .timeoutDuration(Duration.ZERO)
        .build();
    PermitLogLimiter limiter = PermitLogLimiter.of(
        "api", config, Map.of(), new PermitQueue.Clockwork(ticking, nanos -> {}, ticking));

    for (int i = 0; i < 10; i++) {
      assertThat(limiter.acquirePermission()).isTrue();
      assertThat(limiter.reservePermission()).isZero();
    }
    assertThat(limiter.acquirePermission()).isFalse();
    assertThat(limiter.reservePermission()).isNegative();
  }

  @Test
  void aLimitAsLargeAsItGetsIsDrainedWithoutMemory() {
    PermitLogLimiter limiter = limiter(
        Integer.MAX_VALUE,
        RateLimiterConfig.custom().timeoutDuration(Duration.ofNanos(Long.MAX_VALUE)));
    limiter.drainPermissions();
    assertThat(limiter.getMetrics().getAvailablePermissions()).isZero();
    assertThat(limiter.reservePermission(Integer.MAX_VALUE)).isEqualTo(SECOND);
    assertThat(limiter.reservePermission(Integer.MAX_VALUE)).isGreaterThan(SECOND);

    limiter.changeLimitForPeriod(1);

    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void aReservationThatIsNotUsedGoesBack() {
    PermitLogLimiter limiter = limiter(1);
    limiter.executeRunnable(() -> {});
    assertThat(limiter.reservePermission()).isEqualTo(SECOND);

    limiter.releasePermission(1);

    assertThat(limiter.reservePermission()).isEqualTo(SECOND);
    advance(SECOND);
    limiter.releasePermission(1);
    assertThat(limiter.reservePermission()).isZero();
  }

  @Test
  void reservationsStandInLine() {
    PermitLogLimiter limiter = limiter(1);
    limiter.executeRunnable(() -> {});
    Recorder first = Recorder.create();
    QueuedRateLimit.from(limiter).reserve(first);

    assertThat(limiter.reservePermission()).isGreaterThanOrEqualTo(2 * SECOND);
    advance(SECOND);

    assertThat(first.permits).hasSize(1);
  }

  @Test
  void whoReservedGoesWhenTheTimeHasComeEvenIfARequestIsStillInFlight() {
    PermitLogLimiter limiter = limiter(1);
    limiter.acquirePermission();
    long wait = limiter.reservePermission();
    advance(wait);

    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(-1);
    limiter.onSuccess();
    limiter.onSuccess();
    advance(SECOND);
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(1);
  }

  @Test
  void drainingUsesUpWhatIsFreeForOnePeriod() {
    PermitLogLimiter limiter = limiter(5);
    List<String> events = events(limiter);
    limiter.acquirePermission();

    limiter.drainPermissions();

    assertThat(limiter.getMetrics().getAvailablePermissions()).isZero();
    assertThat(events).containsExactly("SUCCESSFUL_ACQUIRE 1", "DRAINED 4");
    advance(SECOND);
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(4);
  }

  @Test
  void drainsOnTheResultsThatTheConfigurationNames() {
    PermitLogLimiter limiter = limiter(
        5,
        RateLimiterConfig.custom()
            .drainPermissionsOnResult(either -> either.isLeft() || "429".equals(either.get())));
    limiter.executeSupplier(() -> "200");
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(4);

    limiter.executeSupplier(() -> "429");
    assertThat(limiter.getMetrics().getAvailablePermissions()).isZero();

    advance(SECOND);
    QueuedRateLimit.from(limiter).acquire().fail(new IllegalStateException("cut"));
    assertThat(limiter.getMetrics().getAvailablePermissions()).isZero();
  }

  @Test
  void aChangedLimitCountsAtOnce() {
    PermitLogLimiter limiter = limiter(1);
    limiter.acquirePermission();
    Recorder waiting = Recorder.create();
    QueuedRateLimit.from(limiter).reserve(waiting);

    limiter.changeLimitForPeriod(3);
    assertThat(waiting.permits).hasSize(1);
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(1);

    limiter.changeLimitForPeriod(1);
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(-1);
    limiter.onSuccess();
    waiting.permits.get(0).complete();
    assertThat(limiter.reservePermission()).isEqualTo(SECOND);
    assertThat(limiter.getRateLimiterConfig().getLimitForPeriod()).isEqualTo(1);
  }

  @Test
  void aChangedTimeoutCountsForTheNextCall() {
    PermitLogLimiter limiter = limiter(1);
    limiter.executeRunnable(() -> {});

    limiter.changeTimeoutDuration(Duration.ZERO);

    assertThat(limiter.acquirePermission()).isFalse();
    assertThat(limiter.getRateLimiterConfig().getTimeoutDuration()).isZero();
  }

  @Test
  void publishesWhatWasAcquiredAndWhatWasNot() {
    PermitLogLimiter limiter = limiter(2);
    List<String> events = events(limiter);

    limiter.acquirePermission(2);
    limiter.changeTimeoutDuration(Duration.ZERO);
    limiter.acquirePermission();
    limiter.reservePermission();
    QueuedRateLimit.from(limiter).reserve(Duration.ZERO, Recorder.create());
    limiter.onSuccess();
    advance(SECOND);
    QueuedRateLimit.from(limiter).reserve(Recorder.create());
    QueuedRateLimit.from(limiter).acquire();

    assertThat(events)
        .containsExactly(
            "SUCCESSFUL_ACQUIRE 2",
            "FAILED_ACQUIRE 1",
            "FAILED_ACQUIRE 1",
            "FAILED_ACQUIRE 1",
            "SUCCESSFUL_ACQUIRE 1",
            "SUCCESSFUL_ACQUIRE 1");
  }

  private static List<String> events(RateLimiter limiter) {
    List<String> events = new ArrayList<>();
    limiter.getEventPublisher().onEvent(event -> events.add(describe(event)));
    return events;
  }

  private static String describe(RateLimiterEvent event) {
    assertThat(event.getRateLimiterName()).isEqualTo("api");
    return event.getEventType() + " " + event.getNumberOfPermits();
  }

  @Test
  void takesThePlaceOfAnotherInARegistry() {
    RateLimiterRegistry registry = RateLimiterRegistry.ofDefaults();
    List<String> replaced = new ArrayList<>();
    registry
        .getEventPublisher()
        .onEntryReplaced(e -> replaced.add(e.getNewEntry().getName()));
    registry.rateLimiter("api");
    PermitLogLimiter limiter = limiter(1);

    registry.replace("api", limiter);

    assertThat(registry.rateLimiter("api")).isSameAs(limiter);
    assertThat(registry.getAllRateLimiters()).containsExactly(limiter);
    assertThat(replaced).containsExactly("api");
    assertThat(limiter.getTags()).containsEntry("team", "data");
  }

  @Test
  void anInterruptedThreadIsNotPermittedAndKeepsItsFlag() {
    PermitLogLimiter limiter = limiter(1);
    limiter.executeRunnable(() -> {});
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> RateLimiter.waitForPermission(limiter))
        .isInstanceOf(AcquirePermissionCancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(limiter.getMetrics().getNumberOfWaitingThreads()).isZero();
  }

  @Test
  void completionsThatNobodyAcquiredForAreIgnored() {
    PermitLogLimiter limiter = limiter(1);

    limiter.onSuccess();
    limiter.releasePermission(1);

    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(1);
  }
}
