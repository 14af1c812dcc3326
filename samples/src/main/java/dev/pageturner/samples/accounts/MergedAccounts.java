package dev.pageturner.samples.accounts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.pageturner.async.LazyPublisher;
import dev.pageturner.openapi.mockserver.LimitHeaders;
import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.page.TraversalSummary;
import dev.pageturner.rate.RateLimit;
import dev.pageturner.samples.shop.Shop;
import dev.pageturner.samples.shop.client.AsyncShopClient;
import dev.pageturner.samples.shop.client.Payment;
import dev.pageturner.samples.shop.client.ShopClient;
import dev.pageturner.sequence.LazyIterable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Reads the payments of three accounts at once, each with its own token, as one sequence. The
 * server counts them together, and so does the one rate limit that their clients share.
 */
public final class MergedAccounts {
  private static final List<String> ACCOUNTS = List.of("berlin", "london", "paris");
  private static final int REQUESTS = 10;
  private static final Duration WINDOW = Duration.ofMillis(500);

  private MergedAccounts() {}

  /** A payment, and whose it is. */
  private record Owned(String account, Payment payment) {}

  /** Runs against a server of its own: with a limit for each account, then with one for all. */
  public static void main(String... args) {
    RateLimit shared = RateLimit.of(REQUESTS, WINDOW);
    run("A limit for each", () -> RateLimit.of(REQUESTS, WINDOW));
    run("One limit for all", () -> shared);
  }

  private static void run(String title, Supplier<RateLimit> limit) {
    try (MockApi shop = Shop.open(MockOptions.newBuilder().items(200))) {
      shop.rateLimit(REQUESTS, WINDOW, LimitHeaders.RETRY_AFTER);
      TraversalSummary summary = new TraversalSummary();
      Map<String, ShopClient> clients = new TreeMap<>();
      for (String account : ACCOUNTS) {
        clients.put(account, client(shop, account, limit.get(), summary));
      }
      Map<String, Long> payments =
          merged(clients).collect(groupingBy(Owned::account, TreeMap::new, counting()));
      clients.values().forEach(ShopClient::close);
      System.out.printf(
          Locale.ROOT,
          "%-18s %s, %d requests, %d of them refused%n",
          title,
          payments,
          shop.list("GET /payments").requestCount(),
          summary.retries());
    }
  }

  private static ShopClient client(
      MockApi shop, String account, RateLimit limit, TraversalSummary summary) {
    return ShopClient.newBuilder()
        .baseUrl(shop.baseUrl())
        .bearer(() -> "token-of-" + account)
        .configure(api -> api.rateLimit(limit).listener(summary))
        .build();
  }

  private static LazyIterable<Owned> merged(Map<String, ShopClient> clients) {
    return LazyPublisher.from(clients.entrySet())
        .flatMap(
            clients.size(),
            account -> AsyncShopClient.of(account.getValue())
                .sales()
                .listPayments()
                .map(payment -> new Owned(account.getKey(), payment)))
        .toIterable(100);
  }
}
