package dev.pageturner.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.internal.hints.ServerHint;
import dev.pageturner.internal.time.ManualTime;
import dev.pageturner.rate.RateLimit.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GateTest {
  private final ManualTime time = new ManualTime();
  private final List<Wait> waits = new ArrayList<>();
  private final QueuedRateLimit limit = QueuedRateLimit.none(
          new PermitQueue.Clockwork(time, nanos -> time.advance(Duration.ofNanos(nanos)), time))
      .listener(waits::add);

  private ServerHint hint(int status, Map<String, String> headers) {
    return ServerHint.read(
        status,
        name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(),
        time.now());
  }

  private ServerHint remaining(int remaining, int reset) {
    return hint(200, Map.of("RateLimit", "\"a\";r=" + remaining + ";t=" + reset));
  }

  @Test
  @DisplayName("edge 74: nothing until T, for all who share the limit")
  void nothingPassesUntilTheGateOpens() {
    limit.closeUntil(time.now().plusSeconds(30));
    Recorder one = Recorder.create();
    Recorder other = Recorder.create();
    limit.reserve(one);
    limit.maxWait(Duration.ofMinutes(1)).reserve(other);

    time.advance(Duration.ofNanos(29_999_999_999L));
    assertThat(one.permits).isEmpty();
    time.advance(Duration.ofNanos(1));

    assertThat(one.permits).hasSize(1);
    assertThat(other.permits).hasSize(1);
    Wait expected = new Wait(Duration.ofSeconds(30), Wait.Reason.SERVER_HINT);
    assertThat(waits).containsExactly(expected, expected);
  }

  @Test
  void theGateNeverOpensEarlier() {
    limit.closeUntil(time.now().plusSeconds(30));
    limit.closeUntil(time.now().plusSeconds(10));

    limit.acquire();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void theGateClosesForADayAtMost() {
    limit.closeUntil(time.now().plusSeconds(1_000_000_000L));

    limit.acquire(Duration.ofDays(2));

    assertThat(time.elapsed()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  @DisplayName(
      "edge 60: an hour is not shortened; who can not wait fails at once, with the instant")
  void whoCanNotWaitFailsAtOnce() {
    limit.observe(hint(429, Map.of("Retry-After", "3600")));

    assertThatThrownBy(() -> limit.acquire(Duration.ofMinutes(59)))
        .isInstanceOfSatisfying(
            PageturnerException.RateLimited.class,
            refusal -> assertThat(refusal.retryAt()).isEqualTo("2026-03-01T13:00:00Z"));
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void closingRefusesThoseInLineWhoCanNotWaitAndTellsTheOthers() {
    limit.closeUntil(time.now().plusSeconds(1));
    Recorder hasty = Recorder.create();
    Recorder patient = Recorder.create();
    limit.reserve(Duration.ofSeconds(5), hasty);
    limit.reserve(Duration.ofSeconds(60), patient);
    waits.clear();

    limit.observe(hint(503, Map.of("Retry-After", "20")));

    assertThat(hasty.refusals).hasSize(1);
    assertThat(waits).containsExactly(new Wait(Duration.ofSeconds(20), Wait.Reason.SERVER_HINT));
    time.advance(Duration.ofSeconds(20));
    assertThat(patient.permits).hasSize(1);
    assertThat(time.scheduled()).isZero();
  }

  @Test
  @DisplayName("edge 69: remaining 0 holds the next request back before it is sent")
  void nothingRemainsUntilTheReset() {
    limit.acquire().complete(remaining(0, 3000));

    assertThatThrownBy(() -> limit.acquire(Duration.ofMinutes(49)))
        .isInstanceOf(PageturnerException.RateLimited.class);
    limit.acquire(Duration.ofMinutes(50));

    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  @DisplayName("edge 71: of several policies each counts")
  void theTightestOfSeveralPoliciesWins() {
    limit.observe(
        hint(200, Map.of("RateLimit", "\"second\";r=0;t=1, \"day\";r=0;t=600, \"hour\";r=9;t=60")));

    limit.acquire();

    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void noMoreAreInFlightThanRemain() {
    limit.observe(remaining(2, 60));
    Permit first = limit.acquire();
    limit.acquire();
    Recorder third = Recorder.create();
    limit.reserve(third);
    assertThat(third.permits).isEmpty();

    first.complete(remaining(2, 60));

    assertThat(third.permits).hasSize(1);
  }

  @Test
  void anAnswerThatSaysNothingUsesOneOfWhatRemained() {
    limit.observe(remaining(2, 60));
    limit.acquire().complete();
    limit.acquire().complete(hint(500, Map.of()));

    limit.acquire();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  @DisplayName("edge 72: what remains rises only with a new window")
  void anAnswerThatWasOvertakenDoesNotRaiseWhatRemains() {
    limit.observe(remaining(0, 60));
    limit.observe(remaining(5, 60));
    limit.observe(remaining(5, 59));

    limit.acquire();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  @DisplayName("edge 72: an answer of an older window changes nothing")
  void anAnswerOfAnOlderWindowChangesNothing() {
    limit.observe(remaining(50, 60));
    limit.observe(remaining(0, 5));

    limit.acquire();

    assertThat(time.elapsed()).isZero();
  }

  @Test
  @DisplayName("edge 72: a new window restores what remains")
  void aNewWindowRestoresWhatRemains() {
    limit.observe(remaining(0, 10));
    limit.observe(remaining(50, 70));

    limit.acquire();

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void aQuotaIsForgottenAfterItsWindow() {
    limit.observe(remaining(1, 10));
    limit.acquire();
    time.advance(Duration.ofSeconds(10));

    limit.acquire();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aServerThatMakesUpNamesFillsNoMemory() {
    Gate gate = new Gate();
    for (int i = 0; i < 1000; i++) {
      gate.observe(
          i, hint(200, Map.of("RateLimit", "\"name " + i + "\";r=0;t=" + (i == 0 ? 1000 : 1))));
    }

    assertThat(gate.opensAt(1000)).isLessThan(Duration.ofSeconds(2).toNanos());
  }

  @Test
  void aRedirectOrASuccessDoesNotCloseTheGate() {
    limit.observe(hint(200, Map.of("Retry-After", "60")));
    limit.observe(hint(301, Map.of("Retry-After", "60")));

    limit.acquire();

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void theGateAndTheLimitBothCount() {
    QueuedRateLimit limited = QueuedRateLimit.of(
        List.of(new Limit(1, Duration.ofSeconds(40))),
        new PermitQueue.Clockwork(time, nanos -> time.advance(Duration.ofNanos(nanos)), time));
    limited.acquire().complete(hint(429, Map.of("Retry-After", "7")));

    limited.acquire();

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(40));
  }
}
