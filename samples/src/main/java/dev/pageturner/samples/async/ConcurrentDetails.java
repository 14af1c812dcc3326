package dev.pageturner.samples.async;

import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.samples.shop.Shop;
import dev.pageturner.samples.shop.client.AsyncShopClient;
import dev.pageturner.samples.shop.client.ShopClient;
import dev.pageturner.samples.shop.client.User;
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
        ShopClient client = ShopClient.newBuilder()
            .baseUrl(shop.baseUrl())
            .configure(api -> api.rateLimit(RateLimit.of(200, Duration.ofSeconds(1))))
            .build()) {
      int details = details(AsyncShopClient.of(client)).size();
      System.out.printf("%d details in %d requests%n", details, shop.requests().size());
    }
  }

  private static Queue<User> details(AsyncShopClient shop) throws Exception {
    Queue<User> details = new ConcurrentLinkedQueue<>();
    CompletableFuture<?> end = shop.users()
        .list()
        .forEachAsync(AT_A_TIME, user -> shop.users().get(user.id()).thenAccept(details::add));
    end.get();
    return details;
  }
}
