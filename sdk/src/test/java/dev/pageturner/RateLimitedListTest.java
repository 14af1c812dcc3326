package dev.pageturner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.pagination.Pagination;
import dev.pageturner.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitedListTest {
  private static final Pagination CURSOR = Pagination.cursor("$.next", "cursor").items("$.items");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void page(String json) {
    server.enqueue(new MockResponse.Builder().body(json.replace('\'', '"')).build());
  }

  private ApiClient client(RateLimit limit) {
    return ApiClient.newBuilder()
        .baseUrl(server.url("/").toString())
        .rateLimit(limit)
        .build();
  }

  @Test
  void eachPageTakesAPermit() {
    page("{'items': ['ada'], 'next': 'c1'}");
    page("{'items': ['bob'], 'next': 'c2'}");
    page("{'items': ['cy']}");
    try (ApiClient api = client(RateLimit.of(2, Duration.ofMillis(50)))) {
      assertThat(api.list("/names", String.class, CURSOR)).containsExactly("ada", "bob", "cy");
    }
  }

  @Test
  void hopelessWaitFailsAtOnceWithTheInstantAndTheCheckpoint() {
    page("{'items': ['ada'], 'next': 'c1'}");
    RateLimit limit = RateLimit.of(1, Duration.ofHours(1)).maxWait(Duration.ofSeconds(1));
    try (ApiClient api = client(limit)) {
      var names = api.list("/names", String.class, CURSOR).iterator();
      assertThat(names.next()).isEqualTo("ada");
      assertThatThrownBy(names::hasNext)
          .isInstanceOfSatisfying(PageturnerException.RateLimited.class, e -> {
            assertThat(e.retryAt()).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
            assertThat(e.checkpoint()).contains(names.checkpoint());
          });
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void serverThatWantsToBeLeftAloneClosesTheGateForAllWhoShareTheLimit() {
    server.enqueue(
        new MockResponse.Builder().code(429).addHeader("Retry-After", "86400").build());
    RateLimit shared = RateLimit.none().maxWait(Duration.ofSeconds(5));
    try (ApiClient one = client(shared);
        ApiClient other = client(shared)) {
      assertThatThrownBy(() -> one.list("/names", String.class, CURSOR).toList())
          .isInstanceOf(PageturnerException.Status.class);
      assertThatThrownBy(() -> other.list("/names", String.class, CURSOR).toList())
          .isInstanceOf(PageturnerException.RateLimited.class);
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }
}
