package dev.pageturner.internal.hints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pageturner.internal.hints.Conformance.Case;
import dev.pageturner.internal.hints.ServerHint.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerHintTest {
  static Stream<Case> retryAfter() {
    return Conformance.cases("retry-after/retry-after.json");
  }

  static Stream<Case> rateLimitHeaders() {
    return Conformance.cases("rate-limit-headers/rate-limit-headers.json");
  }

  @SuppressWarnings("unchecked")
  @ParameterizedTest(name = "{0}")
  @MethodSource("retryAfter")
  void readsRetryAfter(Case test) {
    List<String> values =
        test.has("values") ? (List<String>) test.get("values") : List.of(test.text("value"));
    List<String> date = test.has("date_header") ? List.of(test.text("date_header")) : List.of();
    int status = test.has("status") ? ((Double) test.get("status")).intValue() : 429;
    Map<String, List<String>> headers = Map.of("Retry-After", values, "Date", date);

    ServerHint hint = ServerHint.read(
        status, name -> headers.getOrDefault(name, List.of()), Instant.parse(test.text("now")));

    assertThat(accepted(test.get("expected"))).contains(hint.retryAfter());
  }

  /** What the words in the case allow; see its notes. */
  private static List<Optional<Duration>> accepted(Object expected) {
    if (expected instanceof Double millis) {
      return List.of(Optional.of(Duration.ofMillis(millis.longValue())));
    }
    Optional<Duration> clamped = Optional.of(ServerHint.LONGEST);
    return switch ((String) expected) {
      case "ignore" -> List.of(Optional.empty());
      case "clamp" -> List.of(clamped);
      default -> policy((String) expected, clamped);
    };
  }

  private static List<Optional<Duration>> policy(String policy, Optional<Duration> clamped) {
    Stream<Optional<Duration>> millis = Stream.of(policy.split("[^0-9]+"))
        .filter(digits -> digits.length() > 2)
        .map(digits -> Optional.of(Duration.ofMillis(Long.parseLong(digits))));
    Stream<Optional<Duration>> others =
        policy.contains("clamp") ? Stream.of(clamped) : Stream.of(Optional.empty());
    return Stream.concat(millis, others).toList();
  }

  @SuppressWarnings("unchecked")
  @ParameterizedTest(name = "{0}")
  @MethodSource("rateLimitHeaders")
  void readsRateLimitHeaders(Case test) {
    List<List<String>> headers = (List<List<String>>) test.get("headers");
    Map<String, Object> expected = (Map<String, Object>) test.get("expected");
    int status =
        values(headers, "status").stream().mapToInt(Integer::parseInt).findAny().orElse(429);

    ServerHint hint = ServerHint.read(status, lookup(headers), Instant.parse(test.text("now")));

    expected.forEach((name, value) -> check(hint, name, value));
  }

  private static void check(ServerHint hint, String name, Object value) {
    Optional<Quota> tightest = hint.tightest();
    switch (name) {
      case "remaining" ->
        assertThat(tightest.orElseThrow().remaining()).hasValue(((Double) value).longValue());
      case "limit" ->
        assertThat(tightest.orElseThrow().limit()).hasValue(((Double) value).longValue());
      case "window_ms" -> assertThat(tightest.orElseThrow().window()).isEqualTo(millis(value));
      case "reset_ms" -> assertThat(tightest.orElseThrow().reset()).isEqualTo(millis(value));
      case "wait_ms" -> assertThat(hint.delay()).isEqualTo(millis(value));
      case "not_rate_limited" -> assertThat(hint.isRefusal()).isFalse();
      case "ignore_for_requests" -> assertThat(hint.quotas()).isEmpty();
      case "malformed" ->
        assertThat(hint.quotas())
            .filteredOn(quota -> !quota.name().equals("RateLimit"))
            .isEmpty();
      default -> assertThat(name).isEqualTo("note");
    }
  }

  private static Optional<Duration> millis(Object value) {
    return value instanceof Double millis
        ? Optional.of(Duration.ofMillis(millis.longValue()))
        : Optional.empty();
  }

  private static Function<String, List<String>> lookup(List<List<String>> headers) {
    return name -> values(headers, name);
  }

  private static List<String> values(List<List<String>> headers, String name) {
    return headers.stream()
        .filter(header -> header.get(0).equalsIgnoreCase(name))
        .map(header -> header.get(1))
        .toList();
  }
}
