package dev.pageturner.samples.reviews;

import dev.pageturner.page.PagedIterable;
import dev.pageturner.samples.shop.client.ShopClient;

/**
 * Stores all reviews of all products, and goes on after the last committed batch when it is started
 * again: within the reviews of the product that it was at.
 */
public final class AllReviews {
  /** The reviews of a batch. */
  static final int BATCH_SIZE = 500;

  private AllReviews() {}

  /**
   * Runs, and says after each batch how many reviews are stored.
   *
   * @param args URL of the API, JDBC URL of the database
   */
  public static void main(String... args) throws Exception {
    try (ShopClient shop = ShopClient.newBuilder().baseUrl(args[0]).build();
        ReviewStore store = ReviewStore.open(args[1])) {
      PagedIterable<ProductReview> all = of(shop);
      PagedIterable<ProductReview> rest = store.checkpoint().map(all::startFrom).orElse(all);
      rest.forEachBatch(BATCH_SIZE, (batch, after) -> {
        store.write(batch, after);
        System.out.println(store.count());
      });
    }
  }

  /** {@return the reviews of one product after the other} */
  static PagedIterable<ProductReview> of(ShopClient shop) {
    return shop.catalogue()
        .listProducts()
        .thenEach(product -> shop.catalogue()
            .listReviews(product.id())
            .map(review -> new ProductReview(product.id(), review.id(), review.stars())));
  }
}
