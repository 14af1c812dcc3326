package dev.pageturner.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.retry.RetryDecision.GiveUp;
import dev.pageturner.internal.retry.RetryDecision.Reason;
import dev.pageturner.internal.retry.RetryDecision.Retry;
import dev.pageturner.retry.Backoff;
import dev.pageturner.retry.RetryBudget;
import dev.pageturner.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryWaitTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final RetryBudget budget = RetryBudget.unlimited();

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static RetryPolicy seeded(long seed) {
    return new RetryPolicy.Builder().random(new Random(seed)).build();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void waitIsDrawnBetweenZeroAndTheBackoff(long seed) {
    for (int number = 1; number <= 4; number++) {
      Duration wait = delay(seeded(seed), Attempts.answered(number, 503, null));
      Duration most = Duration.ofMillis(500).multipliedBy(1L << (number - 1));
      assertThat(wait).isBetween(Duration.ZERO, most);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void waitIsNeverShorterThanRetryAfterAndWithinATenthOfIt(long seed) {
    Random random = new Random(seed);
    Duration asked = Duration.ofMillis(random.nextLong(1_000, 120_001));
    int status = random.nextBoolean() ? 429 : 503;
    int number = 1 + random.nextInt(4);
    Duration wait = delay(seeded(seed), Attempts.answered(number, status, asked));
    assertThat(wait).isBetween(asked, asked.plus(asked.dividedBy(10)));
  }

  @ParameterizedTest(name = "Retry-After {0}")
  @ValueSource(strings = {"PT0S", "PT-1S", "PT-87600H", "PT0.25S", "PT0.999S"})
  @DisplayName("edge 59: the backoff is the floor of a wait that is nothing, past or a fraction")
  void backoffIsTheFloorOfShortWaits(Duration asked) {
    for (long seed = 0; seed < 200; seed++) {
      Duration wait = delay(seeded(seed), Attempts.answered(1, 503, asked));
      Duration unasked = delay(seeded(seed), Attempts.answered(1, 503, null));
      assertThat(wait).isEqualTo(asked.isNegative() ? unasked : unasked.plus(asked));
    }
  }

  @ParameterizedTest(name = "Retry-After {0}")
  @CsvSource({",", "PT0S", "PT0.5S", "PT1S", "PT30S", "PT2M"})
  void noTwoThirdsOfAThousandRetriesFallIntoOneWindow(Duration asked) {
    long[] nanos = LongStream.range(0, 1_000)
        .map(seed -> delay(seeded(seed), Attempts.answered(1, 429, asked)).toNanos())
        .sorted()
        .toArray();
    long window = Duration.ofMillis(50).toNanos();
    for (int i = 0; i + 666 < nanos.length; i++) {
      assertThat(nanos[i + 666] - nanos[i]).isGreaterThan(window);
    }
  }

  @Test
  @DisplayName("edge 60: a wait of an hour fails at once and says when to come back")
  void hourIsNotWaitedFor() {
    Duration hour = Duration.ofHours(1);
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    GiveUp giveUp = giveUp(RetryPolicy.standard(), Attempts.answered(1, 429, hour));
    assertThat(giveUp.reason()).isEqualTo(Reason.WAIT_TOO_LONG);
    assertThat(giveUp.retryAt(now)).contains(now.plus(hour));
  }

  @Test
  @DisplayName("edge 60: a wait of an hour is obeyed when the caller allows it")
  void hourIsWaitedForWhereAllowed() {
    RetryPolicy patient = new RetryPolicy.Builder()
        .maxWait(Duration.ofHours(1))
        .callTimeout(Duration.ofHours(2))
        .build();
    Duration wait = delay(patient, Attempts.answered(1, 429, Duration.ofHours(1)));
    assertThat(wait).isGreaterThanOrEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {2_147_483_648L, 99_999_999_999L, Long.MAX_VALUE})
  void absurdWaitsOverflowNothing(long seconds) {
    Attempt attempt = Attempts.answered(1, 503, Duration.ofSeconds(seconds));
    GiveUp giveUp = giveUp(RetryPolicy.standard(), attempt);
    assertThat(giveUp.reason()).isEqualTo(Reason.WAIT_TOO_LONG);
    assertThat(giveUp.retryAt(Instant.EPOCH)).isPresent();
    assertThat(giveUp.retryAt(Instant.MAX)).contains(Instant.MAX);
  }

  @Test
  void absurdBackoffOverflowsNothing() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    RetryPolicy policy = new RetryPolicy.Builder()
        .backoff(retry -> longest)
        .callTimeout(longest)
        .random(new Random(1))
        .build();
    assertThat(delay(policy, Attempts.answered(503))).isPositive();
  }

  @ParameterizedTest(name = "{0} of 10 s gone, Retry-After {1}: retried {2}")
  @CsvSource({
    "PT0S, PT5S, true",
    "PT4.5S, PT5S, true",
    "PT5S, PT5S, false",
    "PT9.999S, PT5S, false",
    "PT10S, PT0S, false",
    "PT11S, , false"
  })
  void retryThatWouldStartAfterTheTimeLimitIsNotWaitedFor(
      Duration elapsed, Duration asked, boolean retried) {
    RetryPolicy policy = new RetryPolicy.Builder()
        .callTimeout(Duration.ofSeconds(10))
        .random(new Random(1))
        .backoff(Backoff.exponential(Duration.ofMillis(1), SECOND))
        .build();
    RetryDecision decision =
        new RetryRules(policy).decide(Attempts.answered(1, 503, asked, elapsed), budget);
    if (retried) {
      assertThat(decision).isInstanceOf(Retry.class);
    } else {
      assertThat(decision).isEqualTo(new GiveUp(Reason.OUT_OF_TIME, Optional.ofNullable(asked)));
    }
  }

  private Duration delay(RetryPolicy policy, Attempt attempt) {
    return ((Retry) new RetryRules(policy).decide(attempt, budget)).delay();
  }

  private GiveUp giveUp(RetryPolicy policy, Attempt attempt) {
    return (GiveUp) new RetryRules(policy).decide(attempt, budget);
  }
}
