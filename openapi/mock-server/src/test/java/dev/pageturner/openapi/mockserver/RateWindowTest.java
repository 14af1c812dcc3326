package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.openapi.mockserver.internal.rate.RateWindow;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateWindowTest {
  private final AtomicLong nanos = new AtomicLong();

  private RateWindow window(int requests, Duration length, LimitHeaders family) {
    return new RateWindow(
        requests, length, family, nanos::get, () -> 1_000 + nanos.get() / 1_000_000_000);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void inNoWindowAreMoreRequestsAllowed() {
    RateWindow window = window(2, Duration.ofSeconds(10), LimitHeaders.IETF);

    assertThat(window.ask().allowed()).isTrue();
    pass(Duration.ofSeconds(9));
    assertThat(window.ask().allowed()).isTrue();
    assertThat(window.ask().allowed()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(window.ask().allowed()).isTrue();
    assertThat(window.ask().allowed()).isFalse();
    pass(Duration.ofSeconds(8));
    assertThat(window.ask().allowed()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(window.ask().allowed()).isTrue();
  }

  @Test
  void theHeadersOfTheDraftSayWhatIsLeft() {
    RateWindow window = window(2, Duration.ofSeconds(10), LimitHeaders.IETF);

    assertThat(window.ask().headers())
        .isEqualTo(Map.of(
            "RateLimit-Policy", "\"default\";q=2;w=10", "RateLimit", "\"default\";r=1;t=10"));
    pass(Duration.ofMillis(2_500));
    assertThat(window.ask().headers()).containsEntry("RateLimit", "\"default\";r=0;t=8");
  }

  @Test
  void theOldHeadersNameTheMoment() {
    RateWindow window = window(1, Duration.ofSeconds(10), LimitHeaders.X_RATE_LIMIT);

    assertThat(window.ask().headers())
        .isEqualTo(Map.of(
            "X-RateLimit-Limit", "1", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1010"));
  }

  @Test
  void retryAfterComesWithTheRefusalOnly() {
    RateWindow window = window(1, Duration.ofSeconds(10), LimitHeaders.RETRY_AFTER);

    assertThat(window.ask().headers()).isEmpty();
    pass(Duration.ofMillis(100));
    assertThat(window.ask().headers()).isEqualTo(Map.of("Retry-After", "10"));
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> window(0, Duration.ofSeconds(1), LimitHeaders.IETF))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> window(1, Duration.ZERO, LimitHeaders.IETF))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(LimitHeaders.class)
  void aServerRefusesWhatIsTooMuch(LimitHeaders headers) throws Exception {
    try (MockApi api = Shop.start(10)) {
      api.rateLimit(2, Duration.ofHours(1), headers);
      Http.get(api, "/users");
      HttpResponse<String> second = Http.get(api, "/users");
      HttpResponse<String> third = Http.get(api, "/users");

      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("RateLimit").isPresent())
          .isEqualTo(headers == LimitHeaders.IETF);
      assertThat(third.headers().firstValue("X-RateLimit-Reset").isPresent())
          .isEqualTo(headers == LimitHeaders.X_RATE_LIMIT);
      assertThat(third.headers().firstValue("Retry-After").isPresent())
          .isEqualTo(headers == LimitHeaders.RETRY_AFTER);
    }
  }
}
