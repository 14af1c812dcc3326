package dev.pageturner.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanosTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "PT0S, 0",
    "PT1S, 1000000000",
    "PT-1S, -1000000000",
    "PT9223372036.854775806S, 9223372036854775806",
    "PT9223372036.854775807S, 9223372036854775807",
    "PT9223372036.854775808S, 9223372036854775807",
    "PT2562047788015215H30M7.999999999S, 9223372036854775807",
    "PT-9223372036.854775809S, -9223372036854775808",
    "PT-2562047788015215H, -9223372036854775808"
  })
  void whatDoesNotFitIsTheLongestThatDoes(Duration duration, long nanos) {
    assertThat(Nanos.of(duration)).isEqualTo(nanos);
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "1, 2, 3",
    "9223372036854775807, -1, 9223372036854775806",
    "9223372036854775807, 1, 9223372036854775807",
    "-9223372036854775808, -1, -9223372036854775808",
    "-9223372036854775808, 9223372036854775807, -1"
  })
  void sumsEndWhereALongDoes(long one, long other, long sum) {
    assertThat(Nanos.sum(one, other)).isEqualTo(sum);
  }
}
