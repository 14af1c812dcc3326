package dev.pageturner.samples.async;

import dev.pageturner.openapi.mockserver.MockApi;
import dev.pageturner.openapi.mockserver.MockOptions;
import dev.pageturner.page.Page;
import dev.pageturner.samples.shop.Shop;
import dev.pageturner.samples.shop.client.AsyncShopClient;
import dev.pageturner.samples.shop.client.ShopClient;
import dev.pageturner.samples.shop.client.User;
import java.util.List;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/**
 * Hands the pages of a list to Reactor, whose operators then ask for as many as they need.
 *
 * <p>RxJava takes a publisher by {@code Flowable.fromPublisher(FlowAdapters.toPublisher(list))},
 * Mutiny by {@code Multi.createFrom().publisher(list)}.
 */
public final class PagesToReactor {
  private PagesToReactor() {}

  /** Runs against a server of its own. */
  public static void main(String... args) {
    try (MockApi shop = Shop.open(MockOptions.newBuilder());
        ShopClient client = ShopClient.newBuilder().baseUrl(shop.baseUrl()).build()) {
      List<String> firsts = firstIds(AsyncShopClient.of(client));
      System.out.printf("First ids of %s%n", firsts);
      System.out.printf("%d requests%n", shop.requests().size());
    }
  }

  private static List<String> firstIds(AsyncShopClient shop) {
    Flux<Page<User>> pages =
        JdkFlowAdapter.flowPublisherToFlux(shop.users().list().pages());
    return pages
        .take(3) // Two of the five pages are never fetched.
        .map(page -> page.items().get(0).id())
        .collectList()
        .blockOptional()
        .orElseThrow();
  }
}
