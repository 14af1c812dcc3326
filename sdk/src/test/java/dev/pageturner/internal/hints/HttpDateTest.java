package dev.pageturner.internal.hints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.hints.Conformance.Case;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HttpDateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  static Stream<Case> dates() {
    return Conformance.cases("http-date/http-date.json");
  }

  static Stream<Case> cookieDates() {
    return Conformance.cases("http-date/cookie-date-lenient.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dates")
  void readsTheThreeFormsAndNothingElse(Case test) {
    assertThat(HttpDate.parse(test.text("value"), NOW))
        .isEqualTo(Optional.ofNullable(test.text("expected")).map(Instant::parse));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cookieDates")
  void datesOfCookiesAreReadOrNotButNeverThrow(Case test) {
    assertThat(HttpDate.parse(test.text("value"), NOW)).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          # a year of two digits is not more than 50 years ahead
          Friday, 28-Feb-76 12:00:00 GMT     | 2076-02-28T12:00:00Z
          Tuesday, 02-Mar-76 00:00:00 GMT    | 1976-03-02T00:00:00Z
          Sunday, 01-Mar-26 12:00:30 GMT     | 2026-03-01T12:00:30Z
          Thursday, 01-Jan-70 00:00:00 GMT   |
          # the weekday must be that of the day
          Mon, 01 Mar 2026 12:00:30 GMT      |
          Mondayday, 01-Mar-76 00:00:00 GMT  |
          # a leap second is the last of a day
          Sat, 31 Dec 2016 23:59:60 GMT      | 2017-01-01T00:00:00Z
          Sat, 31 Dec 2016 22:59:60 GMT      |
          Sun, 01 Mar 2026 24:00:00 GMT      |
          Tue, 29 Feb 2000 00:00:00 GMT      | 2000-02-29T00:00:00Z
          Sun, 00 Mar 2026 12:00:00 GMT      |
          Sun Mar 01 12:00:30 2026           | 2026-03-01T12:00:30Z
          Sun, 01 Mar 2026 12:00:30 gmt      |
          """)
  void keepsToRfc9110(String value, Instant expected) {
    assertThat(HttpDate.parse(value, NOW)).isEqualTo(Optional.ofNullable(expected));
  }
}
