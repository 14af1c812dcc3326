package dev.pageturner.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.time.ManualTime;
import dev.pageturner.rate.RateLimit.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualTime time = new ManualTime();
  private final PermitQueue.Clockwork clockwork =
      new PermitQueue.Clockwork(time, nanos -> time.advance(Duration.ofNanos(nanos)), time);

  private QueuedRateLimit limit(int permits, Duration period) {
    return QueuedRateLimit.of(List.of(new Limit(permits, period)), clockwork);
  }

  @Test
  void aPermitComesBackOnePeriodAfterItsCompletion() {
    QueuedRateLimit limit = limit(1, SECOND);
    Permit permit = limit.acquire();
    time.advance(Duration.ofMillis(300));
    permit.complete();

    limit.acquire();

    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1300));
  }

  @Test
  void whileARequestIsInFlightItsPermitIsHeld() {
    QueuedRateLimit limit = limit(1, SECOND);
    Permit permit = limit.acquire();
    Recorder next = Recorder.create();
    limit.reserve(next);
    time.advance(Duration.ofSeconds(30));
    assertThat(next.permits).isEmpty();

    permit.complete();
    time.advance(SECOND);

    assertThat(next.permits).hasSize(1);
  }

  @Test
  void completingTwiceCountsOnce() {
    QueuedRateLimit limit = limit(2, SECOND);
    Permit permit = limit.acquire();
    permit.complete();
    permit.complete();
    permit.close();
    permit.giveBack();
    limit.acquire().complete();

    limit.acquire();

    assertThat(time.elapsed()).isEqualTo(SECOND);
  }

  @Test
  @DisplayName("edge 73: a permit with which nothing was sent is free at once")
  void aPermitGivenBackIsFreeAtOnce() {
    QueuedRateLimit limit = limit(1, SECOND);
    limit.acquire().giveBack();

    limit.acquire();

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void aForgottenPermitCountsAsCompletedAfterAMinute() {
    QueuedRateLimit limit = limit(1, SECOND);
    limit.acquire();

    Permit next = limit.acquire();

    assertThat(time.elapsed()).isEqualTo(MINUTE.plus(SECOND));
    next.complete();
  }

  @Test
  void aWaitThatIsCertainlyTooLongFailsAtOnceAndSaysWhenToRetry() {
    QueuedRateLimit limit = limit(1, MINUTE);
    limit.acquire().complete();

    assertThatThrownBy(() -> limit.acquire(Duration.ofSeconds(59)))
        .isInstanceOfSatisfying(PageturnerException.RateLimited.class, refusal -> {
          assertThat(refusal.kind()).isEqualTo(PageturnerException.Kind.RATE_LIMITED);
          assertThat(refusal.retryAt()).isEqualTo("2026-03-01T12:01:00Z");
        });
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void thoseInLineCountForTheWait() {
    QueuedRateLimit limit = limit(1, MINUTE);
    limit.acquire().complete();
    Recorder first = Recorder.create();
    Recorder second = Recorder.create();
    Recorder third = Recorder.create();

    limit.reserve(MINUTE.multipliedBy(2), first);
    limit.reserve(MINUTE.multipliedBy(2), second);
    limit.reserve(MINUTE.multipliedBy(2), third);

    assertThat(third.refusals).hasSize(1);
    assertThat(second.refusals).isEmpty();
  }

  @Test
  void aRequestInFlightIsNoReasonToRefuseWhatMayStillCome() {
    QueuedRateLimit limit = limit(1, SECOND);
    Permit permit = limit.acquire();
    Recorder next = Recorder.create();

    limit.reserve(Duration.ofSeconds(2), next);
    assertThat(next.refusals).isEmpty();
    time.advance(Duration.ofMillis(1500));
    permit.complete();

    assertThat(next.refusals).hasSize(1);
    assertThat(next.refusals.get(0).retryAt()).isEqualTo("2026-03-01T12:00:02.500Z");
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void theDeadlineEndsAWaitOfUnknownLength() {
    QueuedRateLimit limit = limit(1, SECOND);
    Permit inFlight = limit.acquire();
    Recorder next = Recorder.create();
    limit.reserve(Duration.ofSeconds(5), next);

    time.advance(Duration.ofSeconds(5));

    assertThat(next.refusals).hasSize(1);
    assertThat(time.scheduled()).isZero();
    inFlight.complete();
  }

  @Test
  void zeroMaxWaitNeverWaits() {
    QueuedRateLimit limit = limit(1, SECOND).maxWait(Duration.ZERO);
    Permit permit = limit.acquire();

    assertThatThrownBy(limit::acquire).isInstanceOf(PageturnerException.RateLimited.class);
    permit.giveBack();
    limit.acquire();
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void zeroMaxWaitGivesWhatIsFreeThoughTheClockGoesOn() {
    ManualTime ticking = new ManualTime(Duration.ofNanos(40));
    QueuedRateLimit limit = QueuedRateLimit.of(
            List.of(new Limit(2, SECOND)),
            new PermitQueue.Clockwork(
                ticking, nanos -> ticking.advance(Duration.ofNanos(nanos)), ticking))
        .maxWait(Duration.ZERO);
    Recorder recorder = Recorder.create();

    Permit first = limit.acquire();
    limit.reserve(recorder);
    limit.reserve(recorder);

    assertThat(recorder.permits).hasSize(1);
    assertThat(recorder.refusals).hasSize(1);
    assertThatThrownBy(limit::acquire).isInstanceOf(PageturnerException.RateLimited.class);
    first.giveBack();
    assertThat(limit.acquire()).isNotNull();
    assertThat(ticking.scheduled()).isZero();
    assertThat(ticking.elapsed()).isLessThan(Duration.ofMillis(1));
  }

  @Test
  void zeroMaxWaitIsRefusedBehindAClosedGate() {
    QueuedRateLimit limit = limit(1, SECOND).maxWait(Duration.ZERO);
    limit.closeUntil(time.now().plusNanos(1));

    assertThatThrownBy(limit::acquire).isInstanceOf(PageturnerException.RateLimited.class);
  }

  @Test
  void boundsForEverOverflowNothing() {
    Duration forEver = ChronoUnit.FOREVER.getDuration();
    QueuedRateLimit limit = limit(1, SECOND).maxWait(forEver);
    Permit permit = limit.acquire();
    Recorder next = Recorder.create();
    limit.reserve(next);
    limit.closeUntil(Instant.MAX);
    limit.closeUntil(Instant.MIN);
    permit.complete();

    time.advance(Duration.ofDays(1));

    assertThat(next.permits).hasSize(1);
    assertThat(limit(Integer.MAX_VALUE, Duration.ofDays(366)).maxWait(forEver).acquire())
        .isNotNull();
  }

  @Test
  @DisplayName("edge 73: a cancelled reservation leaves the line, and the next moves up")
  void aCancelledReservationLeavesTheLine() {
    QueuedRateLimit limit = limit(1, SECOND);
    limit.acquire().complete();
    Recorder first = Recorder.create();
    Recorder second = Recorder.create();
    Reservation reservation = limit.reserve(first);
    limit.reserve(second);

    assertThat(reservation.cancel()).isTrue();
    assertThat(reservation.cancel()).isFalse();
    time.advance(SECOND);

    assertThat(first.permits).isEmpty();
    assertThat(second.permits).hasSize(1);
  }

  @Test
  void cancellingTheLastLeavesNoTimer() {
    QueuedRateLimit limit = limit(1, SECOND);
    limit.acquire().complete();
    Reservation reservation = limit.reserve(Recorder.create());
    assertThat(time.scheduled()).isEqualTo(1);

    reservation.cancel();

    assertThat(time.scheduled()).isZero();
  }

  @Test
  void cancellingTooLateSaysSo() {
    Recorder recorder = Recorder.create();
    Reservation reservation = limit(1, SECOND).reserve(recorder);

    assertThat(reservation.cancel()).isFalse();
    assertThat(recorder.permits).hasSize(1);
  }

  @Test
  void oneTimerServesAThousandWaiters() {
    QueuedRateLimit limit = limit(5, SECOND);
    for (int i = 0; i < 1000; i++) {
      limit.reserve(Recorder.granted(Permit::complete));
      assertThat(time.scheduled()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  @DisplayName("edge 76: a traversal that reads ahead can not starve another")
  void aHungryClientWaitsItsTurn() {
    QueuedRateLimit shared = limit(2, SECOND);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      hungry(shared, order);
    }
    shared.reserve(Recorder.granted(permit -> {
      order.add("patient");
      permit.complete();
    }));

    time.advance(Duration.ofSeconds(10));

    int served = 2;
    int inLine = 6;
    assertThat(order.indexOf("patient")).isEqualTo(served + inLine);
  }

  private static void hungry(QueuedRateLimit limit, List<String> order) {
    limit.reserve(Recorder.granted(permit -> {
      order.add("hungry");
      permit.complete();
      hungry(limit, order);
    }));
  }

  @Test
  @DisplayName("edge 86: 100,000 permits in a row keep the stack flat")
  void aLongChainKeepsTheStackFlat() {
    QueuedRateLimit limit = QueuedRateLimit.none(clockwork);
    int[] left = {100_000};
    chain(limit, left);

    assertThat(left[0]).isZero();
  }

  private static void chain(QueuedRateLimit limit, int[] left) {
    limit.reserve(Recorder.granted(permit -> {
      permit.complete();
      if (--left[0] > 0) {
        chain(limit, left);
      }
    }));
  }

  @Test
  void aWaiterThatFailsHarmsNobodyElse() {
    QueuedRateLimit limit = limit(2, SECOND);
    limit.acquire().complete();
    limit.acquire().complete();
    Recorder healthy = Recorder.create();
    limit.reserve(Recorder.granted(permit -> {
      throw new IllegalStateException("broken");
    }));
    limit.reserve(healthy);

    time.advance(SECOND);

    assertThat(healthy.permits).hasSize(1);
  }

  @Test
  void viewsShareTheirPermits() {
    QueuedRateLimit limit = limit(1, SECOND);
    limit.maxWait(Duration.ofSeconds(3)).acquire().complete();

    limit.listener(wait -> {}).acquire();

    assertThat(time.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void theListenerIsToldBeforeTheWait() {
    List<Wait> waits = new ArrayList<>();
    QueuedRateLimit limit = limit(1, SECOND).listener(wait -> {
      assertThat(time.elapsed()).isZero();
      waits.add(wait);
    });
    limit.acquire().complete();
    assertThat(waits).isEmpty();

    limit.acquire();

    assertThat(waits).containsExactly(new Wait(SECOND, Wait.Reason.RATE_LIMIT));
  }

  @Test
  void aListenerThatFailsChangesNothing() {
    QueuedRateLimit limit = limit(1, SECOND).listener(wait -> {
      throw new IllegalStateException("broken");
    });
    limit.acquire().complete();

    assertThat(limit.acquire()).isNotNull();
  }

  @Test
  void byDefaultACallWaitsForTwoOfTheLongestPeriodsAndAnHourAtLeast() {
    assertThat(limit(1, SECOND).maxWait()).isEqualTo(Duration.ofHours(1));
    assertThat(limit(1, SECOND).and(5, Duration.ofDays(1)).maxWait()).isEqualTo(Duration.ofDays(2));
    assertThat(limit(1, SECOND).maxWait(MINUTE).and(5, MINUTE).maxWait()).isEqualTo(MINUTE);
  }

  @Test
  void badValuesAreNamed() {
    assertThatIllegalArgumentException().isThrownBy(() -> QueuedRateLimit.of(0, SECOND));
    assertThatIllegalArgumentException().isThrownBy(() -> QueuedRateLimit.of(1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueuedRateLimit.of(1, Duration.ofDays(367)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueuedRateLimit.none().maxWait(Duration.ofNanos(-1)))
        .withMessage("maxWait < 0: PT-0.000000001S");
    assertThatIllegalStateException().isThrownBy(() -> QueuedRateLimit.none().and(1, SECOND));
  }

  @Test
  void saysItsLimits() {
    assertThat(QueuedRateLimit.of(50, SECOND).and(5000, Duration.ofHours(1)))
        .hasToString("50 per PT1S and 5000 per PT1H");
    assertThat(QueuedRateLimit.none()).hasToString("no limit");
  }
}
