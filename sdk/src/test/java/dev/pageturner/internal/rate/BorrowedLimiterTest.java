package dev.pageturner.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.time.ManualTime;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import io.github.resilience4j.ratelimiter.internal.SemaphoreBasedRateLimiter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** resilience4j's own limiters in the place of ours. */
class BorrowedLimiterTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = new ManualTime();
  private final AtomicInteger errors = new AtomicInteger();

  private RateLimiterConfig config(Duration timeout) {
    return RateLimiterConfig.custom()
        .limitForPeriod(2)
        .limitRefreshPeriod(SECOND)
        .timeoutDuration(timeout)
        .drainPermissionsOnResult(either -> {
          errors.addAndGet(either.isLeft() ? 1 : 0);
          return false;
        })
        .build();
  }

  private RateLimiter cycles(Duration timeout) {
    return new AtomicRateLimiter("theirs", config(timeout), time::nanoTime);
  }

  private QueuedRateLimit from(RateLimiter limiter) {
    return QueuedRateLimit.from(
        limiter,
        new PermitQueue.Clockwork(time, nanos -> time.advance(Duration.ofNanos(nanos)), time));
  }

  @Test
  void waitsAsLongAsTheLimiterSays() {
    QueuedRateLimit limit = from(cycles(Duration.ofMinutes(1)));
    for (int i = 0; i < 6; i++) {
      limit.acquire().complete();
    }

    assertThat(time.elapsed()).isBetween(SECOND, Duration.ofSeconds(2));
    assertThat(limit.limiter().orElseThrow().getName()).isEqualTo("theirs");
    assertThat(limit).hasToString("limiter theirs");
  }

  @Test
  void itsTimeoutBoundsTheWaitToo() {
    QueuedRateLimit limit = from(cycles(Duration.ZERO));
    limit.acquire();
    limit.acquire();

    assertThatThrownBy(limit::acquire).isInstanceOf(PageturnerException.RateLimited.class);
    assertThatThrownBy(() -> limit.acquire(Duration.ofNanos(Long.MAX_VALUE)))
        .isInstanceOf(PageturnerException.RateLimited.class);
    time.advance(SECOND);
    limit.acquire();
  }

  @Test
  @DisplayName("edge 73: what was reserved and then not used goes to the next in line")
  void aCancelledReservationIsNotLost() {
    RateLimiter limiter = cycles(Duration.ofMinutes(1));
    QueuedRateLimit limit = from(limiter);
    limit.acquire();
    limit.acquire();
    Reservation reservation = limit.reserve(Recorder.create());
    Recorder next = Recorder.create();
    limit.reserve(next);
    int reserved = limiter.getMetrics().getAvailablePermissions();

    reservation.cancel();
    time.advance(SECOND);

    assertThat(next.permits).hasSize(1);
    assertThat(reserved).isEqualTo(-1);
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(1);
  }

  @Test
  void onlyTheFirstInLineReserves() {
    RateLimiter limiter = cycles(Duration.ofMinutes(1));
    QueuedRateLimit limit = from(limiter);
    for (int i = 0; i < 10; i++) {
      limit.reserve(Recorder.create());
    }

    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(-1);
  }

  @Test
  void aPermitGivenBackGoesToTheNext() {
    RateLimiter limiter = cycles(Duration.ofMinutes(1));
    QueuedRateLimit limit = from(limiter);
    limit.acquire();
    limit.acquire().giveBack();

    limit.acquire();

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void whatWasNotUsedIsNotSavedForLater() {
    RateLimiter limiter = cycles(Duration.ofMinutes(1));
    QueuedRateLimit limit = from(limiter);
    limit.acquire().giveBack();
    time.advance(Duration.ofSeconds(5));
    Recorder recorder = Recorder.create();

    for (int i = 0; i < 3; i++) {
      limit.reserve(recorder);
    }

    assertThat(recorder.permits).hasSize(2);
  }

  @Test
  void nothingIsReservedWhileTheGateIsClosed() {
    RateLimiter limiter = cycles(Duration.ofMinutes(1));
    QueuedRateLimit limit = from(limiter);
    limit.closeUntil(time.now().plusSeconds(30));
    Recorder recorder = Recorder.create();
    limit.reserve(recorder);
    assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(2);

    time.advance(Duration.ofSeconds(30));

    assertThat(recorder.permits).hasSize(1);
  }

  @Test
  void theLimiterIsToldOfEachCompletion() {
    QueuedRateLimit limit = from(cycles(Duration.ZERO));

    limit.acquire().complete();
    limit.acquire().fail(new IllegalStateException("cut"));

    assertThat(errors).hasValue(1);
  }

  @Test
  void aLimiterWithoutReservationsGivesWhatIsFree() {
    SemaphoreBasedRateLimiter limiter =
        new SemaphoreBasedRateLimiter("semaphore", config(Duration.ZERO));
    try {
      QueuedRateLimit limit = from(limiter);
      Recorder recorder = Recorder.create();
      for (int i = 0; i < 2; i++) {
        limit.reserve(recorder);
      }

      assertThat(recorder.permits).hasSize(2);
    } finally {
      limiter.shutdown();
    }
  }

  @Test
  void oursIsSharedWithItsLine() {
    PermitLogLimiter ours = PermitLogLimiter.of(
        "ours",
        config(Duration.ZERO),
        Map.of(),
        new PermitQueue.Clockwork(time, nanos -> time.advance(Duration.ofNanos(nanos)), time));
    QueuedRateLimit.from(ours).acquire().complete();
    ours.executeRunnable(() -> {});

    QueuedRateLimit.from(ours).acquire();

    assertThat(time.elapsed()).isEqualTo(SECOND);
  }
}
