package dev.pageturner.samples.ingest;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.page.PagedIterable;
import dev.pageturner.samples.shop.client.ShopClient;
import dev.pageturner.samples.shop.client.User;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stores all users in batches of 500, and goes on after the last committed batch when it is started
 * again.
 */
public final class Ingest {
  /** The users of a batch. */
  public static final int BATCH_SIZE = 500;

  private Ingest() {}

  /**
   * Runs, and says after each batch how many users are stored.
   *
   * @param args URL of the API, JDBC URL of the database, file for JSON Lines
   */
  public static void main(String... args) throws Exception {
    try (ShopClient shop = ShopClient.newBuilder().baseUrl(args[0]).build();
        UserStore store = UserStore.open(args[1], Path.of(args[2]))) {
      AtomicLong stored = new AtomicLong(store.count());
      run(shop, store, (batch, after) -> {
        store.write(batch, after);
        System.out.println(stored.addAndGet(batch.size()));
      });
    }
  }

  /**
   * Hands over what the store does not have yet.
   *
   * @param shop where the users are
   * @param store knows where to go on
   * @param sink where the batches go, which is the store or something in front of it
   */
  public static void run(ShopClient shop, UserStore store, BatchSink<User> sink) throws Exception {
    PagedIterable<User> users = shop.users().list();
    PagedIterable<User> rest = store.checkpoint().map(users::startFrom).orElse(users);
    rest.forEachBatch(BATCH_SIZE, sink);
  }
}
