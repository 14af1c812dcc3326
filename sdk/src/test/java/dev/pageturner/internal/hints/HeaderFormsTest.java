package dev.pageturner.internal.hints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.hints.ServerHint.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderFormsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static ServerHint read(int status, Map<String, String> headers) {
    return ServerHint.read(
        status, name -> Optional.ofNullable(headers.get(name)).stream().toList(), NOW);
  }

  @DisplayName("edge 59, 60, 62: Retry-After in every form")
  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(delimiter = '|', textBlock = """
          # value                         | wait
          0                               | PT0S
          ' 7 '                           | PT7S
          '5, 10'                         | PT5S
          5,10                            |
          0,120                           |
          1.5                             |
          -1                              |
          2678400                         | P31D
          2678401                         | P31D
          12345678901                     | P31D
          99999999999999999999999999      | P31D
          000000000000000000000000000005  | PT5S
          ٣                               |
          0x10                            |
          Sun, 01 Mar 2026 11:59:59 GMT   | PT0S
          Sun, 01 Mar 2026 12:01:00 GMT   | PT1M
          Thu, 01 Mar 2096 12:00:00 GMT   | P31D
          Sunday, 01-Mar-26 12:00:30 GMT  | PT30S
          Sun Mar  1 12:00:30 2026        | PT30S
          """)
  void readsRetryAfter(String value, Duration wait) {
    assertThat(read(429, Map.of("Retry-After", value)).retryAfter())
        .isEqualTo(Optional.ofNullable(wait));
  }

  @Test
  @DisplayName("edge 61: a date is measured against the server's own clock")
  void aDateIsMeasuredAgainstTheServersClock() {
    Map<String, String> headers = Map.of(
        "Date", "Sun, 01 Mar 2026 13:00:00 GMT",
        "Retry-After", "Sun, 01 Mar 2026 13:00:20 GMT",
        "X-RateLimit-Remaining", "0",
        "X-RateLimit-Reset", "1772370040");

    ServerHint hint = read(429, headers);

    assertThat(hint.retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(hint.quotas().get(0).reset()).contains(Duration.ofSeconds(40));
  }

  @Test
  void aDateThatIsNoneDoesNotHideTheRest() {
    Map<String, String> headers = Map.of("Date", "yesterday", "Retry-After", "20");

    assertThat(read(503, headers).delay()).contains(Duration.ofSeconds(20));
  }

  @Test
  @DisplayName("edge 62: of several lines the first that can be read counts")
  void theFirstReadableLineCounts() {
    Map<String, List<String>> headers = Map.of("Retry-After", List.of("soon", "9", "3"));

    ServerHint hint = ServerHint.read(429, name -> headers.getOrDefault(name, List.of()), NOW);

    assertThat(hint.retryAfter()).contains(Duration.ofSeconds(9));
  }

  @DisplayName("edge 70: a reset is recognised by its size and form")
  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(delimiter = '|', textBlock = """
          # value                        | from now
          0                              | PT0S
          30                             | PT30S
          0.25                           | PT0.25S
          1772366430                     | PT30S
          1772366430.5                   | PT30.5S
          1772366430000                  | PT30S
          1772366430000000               | PT30S
          1772366430000000000            | PT30S
          1772366000                     | PT0S
          2678400                        | P31D
          2678401                        |
          1999999999                     |
          99999999999999999999           |
          -5                             |
          1e9                            |
          NaN                            |
          6m0s                           | PT6M
          1h2m3.5s                       | PT1H2M3.5S
          120ms                          | PT0.12S
          1d                             | PT24H
          999999999d                     |
          6m0                            |
          2026-03-01T12:00:30Z           | PT30S
          2026-03-01T12:00:30.25+00:00   | PT30.25S
          2026-03-01T11:00:30-01:00      | PT30S
          2026-03-01                     |
          Sun, 01 Mar 2026 12:00:30 GMT  | PT30S
          Sun, 01 Mar 2026 11:59:30 GMT  | PT0S
          """)
  void readsResets(String value, Duration fromNow) {
    Map<String, String> headers = Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", value);

    assertThat(read(200, headers).quotas())
        .singleElement()
        .extracting(Quota::reset)
        .isEqualTo(Optional.ofNullable(fromNow));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource(textBlock = """
          RateLimit-Limit,                    RateLimit-Remaining,                    RateLimit-Reset
          X-RateLimit-Limit,                  X-RateLimit-Remaining,                  X-RateLimit-Reset
          X-RateLimit-Limit,                  X-RateLimit-Remaining,                  X-RateLimit-Reset-After
          X-Rate-Limit-Limit,                 X-Rate-Limit-Remaining,                 X-Rate-Limit-Reset
          X-RateLimit-Limit-Requests,         X-RateLimit-Remaining-Requests,         X-RateLimit-Reset-Requests
          Anthropic-RateLimit-Requests-Limit, Anthropic-RateLimit-Requests-Remaining, Anthropic-RateLimit-Requests-Reset
          X-RateLimit-Limit-Minute,           X-RateLimit-Remaining-Minute,           X-RateLimit-Reset-Minute
          """)
  void knowsTheNamesInUse(String limit, String remaining, String reset) {
    ServerHint hint = read(200, Map.of(limit, "100", remaining, "7", reset, "30"));

    Quota quota = hint.tightest().orElseThrow();
    assertThat(quota.limit()).hasValue(100);
    assertThat(quota.remaining()).hasValue(7);
    assertThat(quota.reset()).contains(Duration.ofSeconds(30));
  }

  @Test
  void readsTheOlderFormsOfTheDraft() {
    ServerHint third = read(
        200,
        Map.of(
            "RateLimit-Limit", "100, 100;w=60, 5000;w=3600",
            "RateLimit-Remaining", "50",
            "RateLimit-Reset", "5"));
    ServerHint seventh = read(
        200,
        Map.of("RateLimit", "limit=100, remaining=50, reset=5", "RateLimit-Policy", "100;w=60"));

    for (ServerHint hint : List.of(third, seventh)) {
      Quota quota = hint.tightest().orElseThrow();
      assertThat(quota.limit()).isEqualTo(OptionalLong.of(100));
      assertThat(quota.remaining()).isEqualTo(OptionalLong.of(50));
      assertThat(quota.reset()).contains(Duration.ofSeconds(5));
    }
  }

  @Test
  @DisplayName("edge 71: of several policies all are kept and the tightest wins")
  void theTightestOfSeveralPoliciesWins() {
    ServerHint hint = read(
        429,
        Map.of(
            "RateLimit-Policy", "\"s\";q=10;w=1, \"h\";q=1000;w=3600, \"d\";q=9000;w=86400",
            "RateLimit", "\"s\";r=0;t=1, \"h\";r=0;t=1800, \"d\";r=3000;t=7200"));

    assertThat(hint.quotas()).hasSize(3);
    assertThat(hint.tightest().orElseThrow().name()).isEqualTo("h");
    assertThat(hint.delay()).contains(Duration.ofMinutes(30));
  }

  @Test
  void partitionsOfOnePolicyAreQuotasOfTheirOwn() {
    ServerHint hint =
        read(200, Map.of("RateLimit", "\"a\";r=1;t=5;pk=:YQ==:, \"a\";r=2;t=5;pk=:Yg==:"));

    assertThat(hint.quotas()).extracting(Quota::name).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void whatIsAbsurdIsIgnored() {
    assertThat(read(200, Map.of("RateLimit-Policy", "\"a\";q=0;w=0")).quotas()).isEmpty();
    assertThat(read(200, Map.of("RateLimit", "\"a\";r=-1;t=5")).quotas()).isEmpty();
    assertThat(read(200, Map.of("X-RateLimit-Limit", "0", "X-RateLimit-Remaining", "0"))
            .quotas())
        .isEmpty();
    assertThat(read(200, Map.of("X-RateLimit-Remaining", "-1")).quotas())
        .allMatch(quota -> quota.remaining().isEmpty());
    assertThat(read(200, Map.of("RateLimit", "\"a\";r=0;t=999999999999")).delay())
        .isEmpty();
  }

  @Test
  void a403IsARefusalOnlyIfItSaysSo() {
    assertThat(read(403, Map.of()).isRefusal()).isFalse();
    assertThat(read(403, Map.of("X-RateLimit-Remaining", "0")).isRefusal()).isTrue();
    assertThat(read(403, Map.of("Retry-After", "5")).isRefusal()).isTrue();
    assertThat(read(429, Map.of()).isRefusal()).isTrue();
    assertThat(read(503, Map.of("Retry-After", "5")).isRefusal()).isFalse();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noHeaderMakesItThrow(long seed) {
    Random random = new Random(seed);
    String alphabet = "0123456789.,;:=\"-+ eEsmhdTZGMrtqw()?@%\u00e9\u0663\u0000";
    ServerHint hint = ServerHint.read(
        List.of(200, 403, 429, 503).get(random.nextInt(4)),
        name -> Stream.generate(() -> word(random, alphabet))
            .limit(random.nextInt(3))
            .toList(),
        NOW);

    assertThat(hint.delay().orElse(Duration.ZERO)).isLessThanOrEqualTo(ServerHint.LONGEST);
    assertThat(hint.tightest()).isNotNull();
  }

  private static String word(Random random, String alphabet) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(24); i > 0; i--) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }
}
