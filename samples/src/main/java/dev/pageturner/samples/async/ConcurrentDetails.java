package dev.pageturner.samples.async;

import dev.pageturner.ApiClient;
import dev.pageturner.async.AsyncApiClient;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.samples.shop.Shop;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lists ids and fetches each detail, at most ten at a time, all of it under one rate limit.
 *
 * <p>The list is read as the details are done: pages that nobody is ready for are not fetched.
 */
public final class ConcurrentDetails {
  private static final int AT_A_TIME = 10;

  private ConcurrentDetails() {}

  /** Runs against a server of its own, which takes 20 ms for each answer. */
  public static void main(String... args) throws Exception {
    MockOptions.Builder options = MockOptions.newBuilder().latency(Duration.ofMillis(20));
    try (MockApi shop = Shop.open(options);
        ApiClient client = ApiClient.newBuilder()
            .baseUrl(shop.baseUrl())
            .rateLimit(RateLimit.of(200, Duration.ofSeconds(1)))
            .build()) {
      int details = details(AsyncApiClient.of(client)).size();
      System.out.printf("%d details in %d requests%n", details, shop.requests().size());
    }
  }

  private static Queue<User> details(AsyncApiClient api) throws Exception {
    Queue<User> details = new ConcurrentLinkedQueue<>();
    CompletableFuture<?> end = api.list("/users", User.class)
        .forEachAsync(
            AT_A_TIME, user -> api.get("/users/" + user.id(), User.class).thenAccept(details::add));
    end.get();
    return details;
  }
}
