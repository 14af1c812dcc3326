package dev.pageturner.openapi.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pageturner.ApiClient;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.json.RawJson;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.retry.RetryPolicy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedByCostTest {
  private final Ticking clock = new Ticking();

  private static PagedIterable<RawJson> users(ApiClient client) {
    return Shop.walk(
        client, Shop.list("listUsers"), Shop.list("listUsers").pagination().orElseThrow());
  }

  @Test
  void aPageCostsItsSizeAndTheRestIsRefusedUntilTheWindowHasPassed() {
    try (MockApi api = Shop.start(clock, Trait.quota(25, Duration.ofMinutes(1)))) {
      List<RawJson> found = new ArrayList<>();
      PageturnerException.Status failure;
      try (ApiClient client = Shop.client(api)) {
        failure = refusal(users(client), found);
      }
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(60));
      assertThat(found).hasSize(20);
      assertThat(api.requests("listUsers")).hasSize(3);

      clock.pass(Duration.ofMinutes(1));
      // The first client would wait as it was told, by a clock of its own.
      try (ApiClient client = Shop.client(api)) {
        refusal(users(client).startFrom(failure.checkpoint().orElseThrow()), found);
      }
      assertThat(found).hasSize(40).doesNotHaveDuplicates();
    }
  }

  private static PageturnerException.Status refusal(
      PagedIterable<RawJson> list, List<RawJson> found) {
    PageturnerException.Status failure =
        catchThrowableOfType(PageturnerException.Status.class, () -> list.forEach(found::add));
    assertThat(failure.status()).isEqualTo(429);
    return failure;
  }

  @Test
  void theCostIsTold() throws Exception {
    try (MockApi api = Shop.start(clock, Trait.quota(25, Duration.ofMinutes(1)))) {
      HttpResponse<String> page = Http.get(api, "/users?limit=15");
      HttpResponse<String> user = Http.get(api, "/users/usr_aaaaaaaa");

      assertThat(page.headers().firstValue("X-Request-Cost")).contains("15");
      assertThat(page.headers().firstValue("RateLimit-Policy")).contains("\"cost\";q=25;w=60");
      assertThat(page.headers().firstValue("RateLimit").orElse("")).startsWith("\"cost\";r=10;");
      assertThat(user.headers().firstValue("X-Request-Cost")).contains("1");
      assertThat(Http.get(api, "/users?limit=15").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aPageThatCostsMoreThanAllIsGivenOutAlone() throws Exception {
    try (MockApi api = Shop.start(clock, Trait.quota(25, Duration.ofMinutes(1)))) {
      assertThat(Http.get(api, "/users?limit=40").statusCode()).isEqualTo(200);
      assertThat(Http.get(api, "/users?limit=1").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aListMayBeAcceptedBeforeItIsReady() throws Exception {
    try (MockApi api = Shop.start(Trait.acceptedFirst(2, Duration.ZERO));
        ApiClient client = ApiClient.newBuilder()
            .baseUrl(api.baseUrl())
            .retryPolicy(RetryPolicy.standard().newBuilder().maxRetries(3).build())
            .build()) {
      assertThat(users(client).toList()).hasSize(50).doesNotHaveDuplicates();
      assertThat(api.requests("listUsers")).hasSize(7);
    }
    try (MockApi api = Shop.start(Trait.acceptedFirst(1, Duration.ofSeconds(3)))) {
      HttpResponse<String> first = Http.get(api, "/users");
      assertThat(first.statusCode()).isEqualTo(202);
      assertThat(first.headers().firstValue("Retry-After")).contains("3");
      assertThat(Http.get(api, "/users").statusCode()).isEqualTo(200);
      assertThat(Http.get(api, "/customers").statusCode()).isEqualTo(202);
    }
  }
}
