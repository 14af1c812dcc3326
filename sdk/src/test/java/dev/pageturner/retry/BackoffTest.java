package dev.pageturner.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest(name = "{0} up to {1}, retry {2}: {3}")
  @CsvSource(textBlock = """
          # first,   max,                  retry,      wait
          PT1S,      PT30S,                1,          PT1S
          PT1S,      PT30S,                2,          PT2S
          PT1S,      PT30S,                5,          PT16S
          PT1S,      PT30S,                6,          PT30S
          PT1S,      PT30S,                2147483647, PT30S
          PT0.0000001S, PT30S,             62,         PT30S
          PT0.000000001S, PT2562047788015215H, 62,     PT2305843009.213693952S
          PT0.000000001S, PT2562047788015215H, 63,     PT2562047788015215H
          PT0S,      PT0S,                 3,          PT0S
          PT0S,      PT30S,                2147483647, PT0S
          PT30S,     PT30S,                1,          PT30S
          """)
  void doublesUpToTheMaximum(Duration first, Duration max, int retry, Duration wait) {
    assertThat(Backoff.exponential(first, max).beforeRetry(retry)).isEqualTo(wait);
  }

  @Test
  void boundsThatMakeNoSenseAreRefusedWithTheirValue() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Backoff.exponential(second.negated(), second))
        .withMessage("first < 0: PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Backoff.exponential(second, Duration.ZERO))
        .withMessage("first > max: PT1S > PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Backoff.exponential(second, second).beforeRetry(0))
        .withMessage("retry < 1: 0");
  }
}
